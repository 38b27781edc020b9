"""Documents through extraction and solving, without files."""

from __future__ import annotations

from migrate_ext.core.edits import apply_edits
from migrate_ext.core.model import Applicability, Facts, Policy
from migrate_ext.core.source import Source
from migrate_ext.languages import documents
from migrate_ext.solver import solve


def facts(name: str, text: str) -> Facts:
    return documents.extract(Source(name, text, "utf-8"))


def fixed(name: str, text: str, lowest: Applicability = Applicability.UNSAFE) -> str:
    """The text after all fixes that are trusted at least that much."""
    verdicts = solve([facts(name, text)], Policy()).verdicts
    return apply_edits(text, [edit for one in verdicts if one.applicability >= lowest for edit in one.edits])


def findings(name: str, text: str) -> list[tuple[str, str]]:
    """Code and word of each finding, mentions aside."""
    return [(site.code, site.symbol) for site in facts(name, text).sites if site.code != "CEX903"]
