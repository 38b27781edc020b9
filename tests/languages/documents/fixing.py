"""Documents through extraction and solving, without files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.core.edits import apply_edits
from migrate_ext.core.model import Applicability, Facts, Policy
from migrate_ext.core.source import Source
from migrate_ext.languages import documents
from migrate_ext.solver import solve

if TYPE_CHECKING:
    from migrate_ext.core.model import Verdict


def facts(name: str, text: str) -> Facts:
    return documents.extract(Source(name, text, "utf-8"))


def verdicts(name: str, text: str) -> list[Verdict]:
    return solve([facts(name, text)], Policy()).verdicts


def fixed(name: str, text: str, *, unsafe: bool = True) -> str:
    """The text after all fixes, or after the safe ones alone."""
    lowest = Applicability.UNSAFE if unsafe else Applicability.SAFE
    return apply_edits(
        text, [edit for one in verdicts(name, text) if one.applicability >= lowest for edit in one.edits]
    )


def findings(name: str, text: str) -> list[tuple[str, str]]:
    """Code and word of each finding, mentions aside."""
    return [(site.code, site.symbol) for site in facts(name, text).sites if site.code != "CEX903"]


def applicabilities(name: str, text: str) -> list[tuple[str, str, str]]:
    """Code, word and applicability of each finding, mentions aside."""
    rows = [(one.site.code, one.site.symbol, one.applicability.label) for one in verdicts(name, text)]
    return sorted(row for row in rows if row[0] != "CEX903")
