"""What a run has to say: its counts, findings and errors.

A run without findings imports nothing but this, so what describes a finding is in a module of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, overload

if TYPE_CHECKING:
    from migrate_ext.core.finding import Change, Finding

SCHEMA_VERSION = 1

_T = TypeVar("_T")


class RunError(NamedTuple):
    """Something that could not be done; everything else was."""

    path: str
    kind: str
    """`read`, `write`, `parse`, `changed` or `internal`."""
    message: str


class Later(Sequence[_T]):
    """What is made only when it is looked at; how many they are is known before."""

    def __init__(self, size: int, make: Callable[[], Sequence[_T]]) -> None:
        self._size, self._make = size, make

    @cached_property
    def _made(self) -> Sequence[_T]:
        return self._make()

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_T]: ...
    def __getitem__(self, index: int | slice) -> _T | Sequence[_T]:
        return self._made[index]


class Folded(NamedTuple):
    """Findings of one code in one document beyond those that are listed."""

    path: str
    code: str
    number: int


@dataclass(eq=False, repr=False)  # each method that is made costs time at the start
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


class Origin(NamedTuple):
    """What a fleet knows of a repository beside its report."""

    label: str | None
    """The team that it counts for."""
    commit: str | None
    error: str | None
    """Why there is no report."""
    before: int | None
    """Findings in an earlier state."""


class Part(NamedTuple):
    """One of the reports that a merged one is made of."""

    name: str
    """The file that it was read from, or the repository that it is about."""
    summary: Summary
    origin: Origin | None = None


@dataclass(eq=False, repr=False)  # each method that is made costs time at the start
class Report:
    """All that a run has to say."""

    command: str
    target: str
    summary: Summary = field(default_factory=Summary)
    findings: tuple[Finding, ...] = ()
    """What remains, by path and position."""
    fixed: Sequence[Finding] = ()
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
    parts: tuple[Part, ...] = ()
    """Of a merged report: what it is made of; no part of a saved report."""
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
