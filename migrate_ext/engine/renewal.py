"""A run with new texts of some of its files, without another look at the whole project: what an editor needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migrate_ext.core.source import Source
from migrate_ext.engine import prefilter
from migrate_ext.engine.analysis import (
    Analysis,
    as_bytes,
    decide,
    extract_files,
    extract_with_registry,
    kind_of,
    most_bytes,
    solve_all,
)
from migrate_ext.engine.waves import Linking
from migrate_ext.languages import PYTHON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migrate_ext.engine.analysis import Extract, Solve


def renewed(
    run: Analysis,
    texts: Mapping[str, tuple[str, str]],
    *,
    extract: Extract = extract_with_registry,
    solve: Solve = solve_all,
) -> Analysis | None:
    """The run with new texts of some files, given as the old and the new one by path.

    None where that changes which files count, or how they are linked: the project must be looked at again.
    """
    if any(_standing(run, path, old) != _standing(run, path, new) for path, (old, new) in texts.items()):
        return None
    known = [path for path in texts if path in run.sources]
    sources = run.sources | {path: Source(path, texts[path][1], "utf-8") for path in known}
    others = {path: facts for path, facts in run.facts.items() if path not in known}
    errors = [error for error in run.errors if error.path not in known]
    after = replace(run, sources=sources, facts=others, errors=errors)
    if known:
        extract_files(after, known, extract)
        decide(after, solve)
    return after


def _standing(run: Analysis, path: str, text: str) -> tuple[object, ...]:
    """All that the choice of the files depends on in the text of one."""
    raw = as_bytes(text)
    kind = kind_of(path, raw)
    counts = len(raw) <= most_bytes(path) and prefilter.is_candidate(raw) and not prefilter.is_own(raw)
    return kind, counts, Linking(run.kinds, run.sources).of(path, raw) if kind == PYTHON else None
