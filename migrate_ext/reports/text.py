"""The report for people: by file, each line with its word underlined, and what to type next."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from migrate_ext.core.finding import WEAKENED
from migrate_ext.graph import catalogue
from migrate_ext.reports.words import MARKS, cells, conclusion, escape, next_commands

if TYPE_CHECKING:
    from typing import TextIO

    from migrate_ext.core.finding import Finding
    from migrate_ext.core.report import Report
    from migrate_ext.reports import Style

_PIPE_WIDTH = 100
_TAB = "    "
_COLORS = {
    "bold": "1",
    "dim": "2",
    "safe": "32",
    "unsafe": "33",
    "manual": "35",
    "error": "31",
    "warning": "33",
    "note": "36",
}


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write what was fixed, what remains by file, and a summary with the next command."""
    page = _Page(stream, style)
    if report.fixed:
        page.fixed(report)
    folded = {row.path: [other for other in report.folded if other.path == row.path] for row in report.folded}
    for path, findings in groupby(report.findings, lambda finding: finding.path):
        page.file(path, list(findings))
        for row in folded.get(path, ()):
            page.line(f"  … and {row.number} more of {row.code}, not listed")
            page.line()
    if style.verbose and report.suppressed:
        page.suppressed(report)
    if report.parts and not style.quiet:
        page.parts(report)
    if style.statistics:
        page.statistics(report)
    if not style.quiet:
        page.summary(report)


class _Page:
    def __init__(self, stream: TextIO, style: Style) -> None:
        self._stream, self._style = stream, style
        self._width = max(40, style.width or _PIPE_WIDTH)
        self._said: set[tuple[str | None, str]] = set()

    def line(self, text: str = "") -> None:
        self._stream.write(text + "\n")

    def _paint(self, text: str, name: str) -> str:
        return f"\x1b[{_COLORS[name]}m{text}\x1b[0m" if self._style.color else text

    def _code(self, finding: Finding) -> str:
        code = self._paint(finding.code, finding.severity)
        return f"\x1b]8;;{finding.url}\x1b\\{code}\x1b]8;;\x1b\\" if self._style.links else code

    def file(self, path: str, findings: list[Finding]) -> None:
        """All findings of one file."""
        self.line(self._paint(escape(path), "bold"))
        margin = len(str(max(finding.range.start.line for finding in findings)))
        previous = None
        for finding in findings:
            line, column = finding.range.start
            mark = self._paint(finding.applicability, finding.applicability)
            words = finding.message
            if finding.replacement is not None and finding.replacement in words:
                words = f"{finding.symbol} → {finding.replacement}" if "{" not in words else words
            self.line(f"  {line}:{column} {self._code(finding)} {mark}: {escape(words)}")
            if (finding.range, finding.excerpt) != previous:
                self._source(finding, margin)
            previous = (finding.range, finding.excerpt)
            self._help(finding)
        self.line()

    def _source(self, finding: Finding, margin: int) -> None:
        """The finding's own line with the word underlined, cut to the width around the word."""
        excerpt, (start, end) = finding.excerpt, finding.range
        index = start.line - excerpt.first_line
        if not 0 <= index < len(excerpt.lines):
            return
        text = excerpt.lines[index]
        cut = excerpt.first_columns[index] - 1 if excerpt.first_columns else 0
        first = start.column - 1 - cut
        last = end.column - 1 - cut if end.line == start.line else len(text)
        room = self._width - margin - 6
        before, word, after = _window(text, first, max(last, first + 1), room, started=cut == 0)
        gutter = " " * (margin + 3)
        number = self._paint(f"{start.line:>{margin + 2}} | ", "dim")
        self.line(f"{number}{before}{self._paint(word, 'bold')}{after}".rstrip())
        carets = self._paint("^" * max(1, cells(word)), finding.applicability)
        self.line(f"{self._paint(gutter + '| ', 'dim')}{' ' * cells(before)}{carets}")

    def _help(self, finding: Finding) -> None:
        """Own advice once a file and rule, the weakening once a group; all of it where asked for."""
        own, marker, weak = finding.help.partition(WEAKENED)
        if self._style.verbose:
            self._note(finding.help)
            return
        if finding.applicability == "safe" and finding.code != catalogue.UNUSED_SUPPRESSION:
            return
        if own.strip() and self._first(finding.path, finding.code + own):
            self._note(own)
        if weak and self._first(finding.group, ""):
            self._note(marker + weak)

    def _first(self, scope: str | None, text: str) -> bool:
        new = (scope, text) not in self._said
        self._said.add((scope, text))
        return new

    def _note(self, text: str) -> None:
        lines = textwrap.wrap(escape(text.strip()), self._width - 8, break_long_words=False, break_on_hyphens=False)
        for number, line in enumerate(lines):
            self.line(self._paint(f"    {'= ' if not number else '  '}{line}", "dim"))

    def fixed(self, report: Report) -> None:
        """What was changed, by file, and what was dropped from the data."""
        self.line(self._paint("Fixed", "bold"))
        for path, found in groupby(report.fixed, lambda finding: finding.path):
            findings = list(found)
            codes = Counter(finding.code for finding in findings)
            parts = ", ".join(f"{count} {code}" if count > 1 else code for code, count in sorted(codes.items()))
            self.line(f"  {escape(path)}: {parts}")
            for finding in findings:
                if finding.removed:
                    dropped = json.dumps(finding.removed, ensure_ascii=False)
                    self.line(self._paint(f"    line {finding.range.start.line} lost {escape(dropped)}", "dim"))
        self.line()

    def suppressed(self, report: Report) -> None:
        """What comments and the baseline hide."""
        self.line(self._paint("Hidden", "bold"))
        for finding in report.suppressed:
            line, column = finding.range.start
            place = f"{escape(finding.path)}:{line}:{column}"
            self.line(f"  {place} {finding.code} {escape(finding.message)} (by {finding.by})")
        self.line()

    def statistics(self, report: Report) -> None:
        """A count for each rule."""
        from migrate_ext.graph.catalogue import RULES

        for code, count in report.summary.by_code.items():
            self.line(f"{count:>6}  {code}  {RULES[code].title if code in RULES else ''}".rstrip())
        if report.summary.by_code:
            self.line()

    def parts(self, report: Report) -> None:
        """A row for each of the reports that were merged."""
        names = [escape(part.name) for part in report.parts]
        width = max(map(cells, ("report", *names)))
        self.line(
            self._paint(
                f"{'report':<{width}}  findings  {'  '.join(f'{mark:>7}' for mark in MARKS.values())}  errors", "bold"
            )
        )
        for name, (_, summary, _) in zip(names, report.parts, strict=True):
            levels = "  ".join(f"{summary.by_applicability.get(level, 0):>7}" for level in MARKS)
            pad = " " * (width - cells(name))
            self.line(f"{name}{pad}  {summary.findings:>8}  {levels}  {summary.errors:>6}")
        self.line()

    def summary(self, report: Report) -> None:
        """What it comes to, and what to do next."""
        for sentence in conclusion(report):
            self.line(sentence)
        rows = next_commands(report, self._style.arguments)
        width = max((len(command) for command, _ in rows), default=0)
        for command, what in rows:
            self.line(f"  {self._paint(command.ljust(width), 'bold')}  {what}")


def _window(text: str, first: int, last: int, room: int, *, started: bool) -> tuple[str, str, str]:
    """What stands before, in and after a word, cut so that the whole fits into `room` columns."""
    before, word, after = (_plain(part) for part in (text[:first], text[first:last], text[last:]))
    if not started:
        before = "…" + before
    if len(word) > room:
        word = word[: room - 1] + "…"
    spare = room - cells(word)
    if cells(before) > (room_before := max(spare // 2, spare - cells(after))):
        keep = max(0, room_before - 1)
        before = "…" + (before[-keep:] if keep else "")
        while cells(before) > max(1, room_before):
            before = "…" + before[2:]
    room_after = spare - cells(before)
    if cells(after) > room_after:
        after = after[: max(0, room_after - 1)]
        while cells(after) > max(0, room_after - 1):
            after = after[:-1]
        after += "…"
    return before, word, after


def _plain(text: str) -> str:
    return escape(text.replace("\t", _TAB))
