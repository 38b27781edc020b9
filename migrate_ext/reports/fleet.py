"""What reports for people say of a fleet: how much is to do, for whom, and what has changed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.reports.words import counted, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from migrate_ext.core.report import Part, Report

INSIDE = "//"
"""Stands between a repository and a path in it; no path holds it."""
NO_LABEL = "(no label)"


class Team(NamedTuple):
    """What the repositories of one label come to."""

    label: str
    repositories: int
    open: int
    """Repositories with findings."""
    findings: int
    levels: dict[str, int]
    before: int | None
    """Findings in the earlier state, where all of its repositories that could be checked are in it."""
    errors: int


def is_fleet(report: Report) -> bool:
    """Whether it is made of the repositories of a fleet."""
    return any(part.origin is not None for part in report.parts)


def ranked(report: Report) -> list[Part]:
    """The repositories, those with most to do first, then those that failed."""
    return sorted(report.parts, key=lambda part: (-part.summary.findings, -part.summary.errors))


def before(part: Part) -> int | None:
    """Findings in the earlier state."""
    return None if part.origin is None else part.origin.before


def failed(part: Part) -> bool:
    """Whether there is no report of it."""
    return part.origin is not None and part.origin.error is not None


def change(part: Part) -> str:
    """`+2`, `-3` or `0` findings since the earlier state; empty where one of the two is not known."""
    was = before(part)
    return "" if was is None or failed(part) else signed(part.summary.findings - was)


def signed(count: int) -> str:
    """A difference."""
    return f"{count:+,}" if count else "0"


def teams(report: Report) -> list[Team]:
    """The labels, those with most to do first."""
    parts: dict[str, list[Part]] = defaultdict(list)
    for part in report.parts:
        parts[(part.origin and part.origin.label) or NO_LABEL].append(part)
    found = [_team(label, own) for label, own in parts.items()]
    return sorted(found, key=lambda team: (-team.findings, team.label))


def _team(label: str, parts: list[Part]) -> Team:
    levels: dict[str, int] = defaultdict(int)
    for part in parts:
        for level, count in part.summary.by_applicability.items():
            levels[level] += count
    known = [before(part) for part in parts if not failed(part)]
    return Team(
        label,
        len(parts),
        sum(part.summary.findings > 0 for part in parts),
        sum(part.summary.findings for part in parts),
        levels,
        _sum(known) if known and None not in known else None,
        sum(part.summary.errors for part in parts),
    )


def _sum(counts: Iterable[int | None]) -> int:
    return sum(count or 0 for count in counts)


def conclusion(report: Report) -> list[str]:
    """How much is to do, how much of it is safe, what has changed and what failed."""
    summary, parts = report.summary, report.parts
    if summary.findings:
        having = sum(part.summary.findings > 0 for part in parts)
        levels = summary.by_applicability
        safe = levels.get("safe", 0)
        said = [
            f"{plural(summary.findings, 'finding')} to go in {having:,} of {_number(parts)}: {counted(levels)}.",
            f"{safe} of them ({100 * safe // summary.findings} %) can be fixed safely at once.",
        ]
    else:
        said = [f"No deprecated shapes found in {_number(parts)}."]
    both = [part for part in parts if before(part) is not None and not failed(part)]
    if both:
        was, left = _sum(map(before, both)), sum(part.summary.findings for part in both)
        change_of_all = f"{was:,} → {left:,} findings ({signed(left - was)})"
        said.append(f"Since the earlier state: {change_of_all} in the {_number(both)} of both.")
    lost = [part for part in parts if failed(part)]
    if lost:
        said.append(f"{_number(lost)} could not be checked.")
    return said


def _number(parts: Sequence[Part]) -> str:
    return f"{len(parts):,} {'repository' if len(parts) == 1 else 'repositories'}"
