"""Findings as reports and editors take them: lines and columns instead of offsets.

Lines and columns count from 1, columns in Unicode code points; an end is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from migrate_ext.core.model import Edit
    from migrate_ext.core.source import Source

WEAKENED = "It changes together with "
"""Begins the sentence of a finding's help that names the member which weakens it."""


class Position(NamedTuple):
    """A place in a text."""

    line: int
    column: int


class Range(NamedTuple):
    """A piece of a text."""

    start: Position
    end: Position


class RangeEdit(NamedTuple):
    """Replace what stands in `range` by `new_text`."""

    range: Range
    new_text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A finding's own part of what its group changes, all in the finding's file."""

    title: str
    edits: tuple[RangeEdit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding."""

    path: str
    range: Range
    message: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The lines of a finding and its edits, so that a report can be rendered without the file."""

    first_line: int
    lines: tuple[str, ...]
    first_columns: tuple[int, ...] = ()
    """Column at which each of `lines` begins, where a very long one is cut; empty where none is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One use of a deprecated name."""

    code: str
    name: str
    severity: str
    message: str
    path: str
    language: str
    range: Range
    symbol: str
    replacement: str | None
    context: str | None
    applicability: str
    group: str | None
    fix: Fix | None
    related: tuple[Related, ...]
    fingerprint: str
    help: str
    url: str
    excerpt: Excerpt
    cell: int | None
    removed: dict[str, Any] | None = None
    """Of a fixed finding: what was dropped from the data."""
    by: str | None = None
    """Of a suppressed finding: `comment` or `baseline`."""

    @property
    def counts(self) -> bool:
        """Whether the finding makes the exit code 1."""
        return self.severity != "note"


class Change(NamedTuple):
    """A file that a fix rewrote."""

    path: str
    source: Source
    """The file as it was."""
    text: str
    edits: tuple[Edit, ...]

    @property
    def new(self) -> bytes:
        """The new content."""
        return self.source.encode(self.text)
