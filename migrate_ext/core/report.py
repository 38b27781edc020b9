"""What every report is made from: findings with lines and columns instead of offsets.

Lines and columns count from 1, columns in Unicode code points; an end is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from migrate_ext.core.model import Edit
    from migrate_ext.core.source import Source

SCHEMA_VERSION = 1

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


@dataclass(frozen=True, slots=True)
class RunError:
    """Something that could not be done; everything else was."""

    path: str
    kind: str
    """`read`, `write`, `parse`, `changed` or `internal`."""
    message: str


@dataclass(frozen=True, slots=True)
class Folded:
    """Findings of one code in one document beyond those that are listed."""

    path: str
    code: str
    count: int


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


@dataclass(slots=True)
class Summary:
    """The counts of a run; they count folded findings too."""

    files_scanned: int = 0
    files_analyzed: int = 0
    files_changed: int = 0
    findings: int = 0
    fixed: int = 0
    suppressed: int = 0
    baselined: int = 0
    errors: int = 0
    by_code: dict[str, int] = field(default_factory=dict)
    by_applicability: dict[str, int] = field(default_factory=lambda: {"safe": 0, "unsafe": 0, "manual": 0})


@dataclass(slots=True)
class Report:
    """All that a run has to say."""

    command: str
    target: str
    summary: Summary = field(default_factory=Summary)
    findings: tuple[Finding, ...] = ()
    """What remains, by path and position."""
    fixed: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    errors: tuple[RunError, ...] = ()
    folded: tuple[Folded, ...] = ()
    """Of `findings` only."""
    notes: int = 0
    """How many of the findings that the summary counts are mere notes."""
    changes: tuple[Change, ...] = ()
    """What a fix changed, or with `--diff` would change; no part of a saved report."""
    messages: tuple[str, ...] = ()
    """What the user should hear beside the report; no part of a saved report."""
    interrupted: bool = False
    """Ctrl-C came before everything was analysed."""
    timings: dict[str, float] = field(default_factory=dict)
    """Seconds by part of the run; no part of a saved report."""
    version: str = ""
    """Version of the tool that made the report."""

    @property
    def text(self) -> str | None:
        """The new text, where exactly one file was changed."""
        return self.changes[0].text if len(self.changes) == 1 else None

    @property
    def exit_code(self) -> int:
        """0: nothing deprecated remains, 1: findings remain, 2: the run failed in part, 130: interrupted."""
        if self.interrupted:
            return 130
        if self.errors:
            return 2
        return int(self.summary.findings > self.notes)
