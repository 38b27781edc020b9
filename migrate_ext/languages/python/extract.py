"""From the text of a Python module to its facts."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from migrate_ext.core.model import Facts, Site, Suppression
from migrate_ext.core.suppressions import MARKER, suppression
from migrate_ext.graph import names, sdk
from migrate_ext.graph.found import mention_site, unparsable_site
from migrate_ext.graph.urls import interesting
from migrate_ext.languages.python import ir
from migrate_ext.languages.python.statements import Statements
from migrate_ext.languages.python.syntax import UnparsableError, deep_recursion, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.core.source import Source

_SDK_IMPORT = re.compile(rf"^[ \t\f]*(?:from|import)[ \t\f]+(?:{'|'.join(sdk.PACKAGES)})\b", re.MULTILINE)


def extract(source: Source) -> Facts:
    """The facts of a Python module; one CEX901 where it cannot be parsed."""
    text = source.text
    try:
        module, positions = parse(text)
    except UnparsableError as error:
        return Facts(source.path, "python", unparsable(text), error=str(error))
    lowering = Statements(text, positions, _is_interesting)
    with deep_recursion():
        body = lowering.block(module)
    suppressions = tuple(_suppressions(source, lowering)) if MARKER in text else ()
    silent = [(start, start + len(comment)) for start, comment in positions.comments]
    silent += [(string.start, string.end) for string in lowering.strings if string.start in lowering.docstrings]
    program = ir.Program(
        source.path,
        text,
        body,
        lowering.functions,
        lowering.strings,
        frozenset(lowering.docstrings),
        frozenset(lowering.scope.bound),
        _SDK_IMPORT.search(text) is not None or _has_evidence(text, silent),
        lowering.imports,
        frozenset(lowering.scope.rebound),
        frozenset(lowering.words),
    )
    mentions = tuple(_mentions(positions.comments))
    return Facts(source.path, "python", mentions, suppressions=suppressions, program=program)


def _is_interesting(value: str) -> bool:
    return interesting().search(value) is not None or "%" in value


def unparsable(text: str) -> tuple[Site, ...]:
    """One CEX901 at the first deprecated word of a text that cannot be parsed; nothing where there is none."""
    found = names.word_pattern().search(text)
    if found is None:
        return ()
    return (unparsable_site(found.start(), found.end(), found.group()),)


def _has_evidence(text: str, silent: Iterable[tuple[int, int]]) -> bool:
    spans = sorted(silent)
    starts = [start for start, _ in spans]
    for found in names.evidence_pattern().finditer(text):
        index = bisect.bisect_right(starts, found.start()) - 1
        if index < 0 or spans[index][1] <= found.start():
            return True
    return False


def _mentions(comments: Iterable[tuple[int, str]]) -> Iterable[Site]:
    pattern = names.word_pattern()
    for start, comment in comments:
        for found in pattern.finditer(comment):
            yield mention_site(start + found.start(), start + found.end(), found.group())


def _suppressions(source: Source, lowering: Statements) -> Iterable[Suppression]:
    spans = sorted(lowering.statement_spans)
    for start, comment in lowering.positions.comments:
        if MARKER not in comment:
            continue
        line, _ = source.position(start)
        first = source.offset(line, 1)
        last = source.offset(line + 1, 1) if line < len(source.line_starts) else len(source.text) + 1
        for begin, end in spans:
            if begin < last and end > first:
                first, last = min(first, begin), max(last, end)
        found = suppression(source.text, start, start + len(comment), (first, last), line=line)
        if found is not None:
            yield found
