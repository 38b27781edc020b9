"""Small things that reports for people share."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from migrate_ext.graph.catalogue import RULES

if TYPE_CHECKING:
    from migrate_ext.core.report import Report

MARKS = {"safe": "safe", "unsafe": "unsafe", "manual": "by hand"}
"""How the three applicabilities are called where people read them in a sentence."""


def escape(text: str) -> str:
    """A text without anything that a terminal would obey: control characters become visible escapes."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or unicodedata.category(char) == "Zs" else _visible(char) for char in text
    )


def _visible(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


def cells(text: str) -> int:
    """How many columns of a terminal a printable text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in ("W", "F")) for char in text
    )


def plural(count: int, word: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def counted(counts: dict[str, int]) -> str:
    """`3 safe, 1 by hand`: what is not there is not said."""
    return ", ".join(f"{count} {MARKS.get(name, name)}" for name, count in counts.items() if count)


def severity_of(code: str) -> str:
    """The severity of a rule, for rows that count findings and say no more than their rule."""
    return RULES[code].severity if code in RULES else "error"


def conclusion(report: Report) -> list[str]:
    """What a run, or a fleet, comes to, in a sentence or two."""
    if report.parts:
        from migrate_ext.reports import fleet

        if fleet.is_fleet(report):
            return fleet.conclusion(report)
    summary = report.summary
    hidden = counted({"suppressed": summary.suppressed, "in the baseline": summary.baselined})
    failed = plural(summary.errors, "error") if summary.errors else ""
    aside = f" ({', '.join(filter(None, (hidden, failed)))})" if hidden or failed else ""
    said = []
    if report.fixed:
        files = plural(len({finding.path for finding in report.fixed}), "file")
        said.append(f"Fixed {plural(summary.fixed, 'finding')} in {files}.")
    if failed and not summary.files_scanned:
        return [f"No file was checked ({failed})."]
    if not summary.findings:
        rest = "Nothing deprecated remains" if report.fixed else "No deprecated shapes found"
        return [*said, f"{rest} in {plural(summary.files_scanned, 'file')}{aside}."]
    remain = " remain" if report.fixed and summary.findings > 1 else " remains" if report.fixed else ""
    files = plural(len({finding.path for finding in report.findings}), "file")
    found = f"{plural(summary.findings, 'finding')}{remain} in {files}"
    return [*said, f"{found}: {counted(summary.by_applicability)}{aside}."]


def next_commands(report: Report, arguments: str) -> list[tuple[str, str]]:
    """The commands to type next, and what each does."""
    levels = report.summary.by_applicability
    again = f" {arguments}" if arguments else ""
    where = "in each repository: " if any(part.origin is not None for part in report.parts) else ""
    rows = []
    if levels.get("safe"):
        rows.append((f"migrate-ext fix{again}", f"{where}applies the {levels['safe']} safe"))
    if levels.get("unsafe"):
        rows.append((f"migrate-ext fix --unsafe --diff{again}", f"{where}shows the {levels['unsafe']} unsafe too"))
    by_hand = next((finding for finding in report.findings if finding.applicability == "manual"), None)
    if by_hand is not None and by_hand.counts:
        rows.append((f"migrate-ext rules {by_hand.code}", "says what to do by hand"))
    return rows
