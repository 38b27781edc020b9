"""A comment for a pull request in GitHub's Markdown, which GitLab and Azure DevOps read too.

Whatever was scanned stands in code or has its punctuation as entities, so that it makes no link, mention or markup.
"""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from migrate_ext.graph.catalogue import RULES
from migrate_ext.reports import fleet
from migrate_ext.reports.preview import preview
from migrate_ext.reports.words import MARKS, conclusion, escape, next_commands, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from migrate_ext.core.finding import Finding
    from migrate_ext.core.report import Report
    from migrate_ext.reports import Style
    from migrate_ext.reports.preview import Row

MOST_BYTES = 65_536
"""GitHub takes as many characters in a comment; bytes are never fewer."""
MARKER = "<!-- migrate-ext -->"
"""Begins the comment, so that a workflow finds the one that it is to replace."""

_LEVELS = tuple(MARKS)
_COUNTED = ("findings", "safe", "unsafe", "by hand")
_REPOSITORY = ("repository", "team", "commit", *_COUNTED, "before")
_FOR_THE_END = 1500
"""Bytes that are kept for what is said last."""
_WIDEST, _BEFORE = 240, 100
"""Characters of a line in a diff, and how many of them stand before the change."""
_MARKUP = re.compile(r"[^\w .,;:?'()/{}=\"-]|(?<![^\W_])_|_(?![^\W_])|:(?![\s\d])|(?<=[wW]{3})\.")
_ADDRESS = re.compile(r"https://[\w./?=&#%-]+", re.ASCII)


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write a comment that GitHub takes; what did not fit is said at its end."""
    stream.write(render(report, style, MOST_BYTES))


def render(report: Report, style: Style, most: int) -> str:
    """The report as Markdown of at most so many bytes, which must be some thousands."""
    page = _Page(most - _FOR_THE_END)
    first, *others = conclusion(report)
    page.add(f"{MARKER}\n### migrate-ext: {first}\n\n")
    for sentence in others:
        page.add(f"**{sentence}**\n\n")
    if fleet.is_fleet(report):
        page.table((*_REPOSITORY, "change", "errors"), _repositories(report))
        page.table(("team", "repositories", "with findings", *_COUNTED, "before", "errors"), _teams(report))
    else:
        page.table(("report", "files", *_COUNTED, "errors"), _parts(report))
        page.table(("file", *_COUNTED, "not listed"), _files(report))
    page.details(f"{plural(len(report.errors), 'error')}", _errors(report))
    if style.statistics or fleet.is_fleet(report):
        page.table(("rule", "findings", "what it finds"), _statistics(report))
    mates: dict[tuple[str, str | None], list[Finding]] = defaultdict(list)
    for finding in (*report.findings, *report.suppressed):
        mates[finding.path, finding.group].append(finding)
    left = 0
    for path, found in groupby(report.findings, lambda finding: finding.path):
        findings = list(found)
        title = f"<code>{_html(path)}</code>: {plural(len(findings), 'finding')}"
        left += len(findings) - page.details(title, _Findings(mates).of(findings))
    page.details(f"Fixed: {plural(len(report.fixed), 'finding')}", _fixed(report))
    if style.verbose:
        page.details(f"Hidden: {plural(len(report.suppressed), 'finding')}", _hidden(report))
    return page.text + _end(report, style, left, cut=page.cut)


class _Page:
    """A text that takes no more than fits; everything in it is whole."""

    def __init__(self, most: int) -> None:
        self._left, self._parts = most, list[str]()
        self.cut = False
        """Whether something did not fit."""

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, text: str, reserve: int = 0) -> bool:
        """Add a piece, or leave it out where it does not fit and leave room for `reserve` more bytes."""
        size = len(text.encode("utf-8", "replace"))
        if size + reserve > self._left:
            self.cut = True
            return False
        self._left -= size
        self._parts.append(text)
        return True

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table, in at most a third of the room that is left."""
        if not rows:
            return
        elsewhere = self._left - self._left // 3
        lines = [_row(head), _row(["---"] + ["---:"] * (len(head) - 1))]
        if not self.add("".join(lines), elsewhere):
            return
        for number, row in enumerate(rows):
            if not self.add(_row(row), elsewhere):
                self.add(_row([f"… and {len(rows) - number} more", *[""] * (len(head) - 1)]))
                break
        self.add("\n")

    def details(self, title: str, items: Iterable[str]) -> int:
        """A part that is folded at first; how many of its items are in it."""
        opening, closing = f"<details><summary>{title}</summary>\n\n", "</details>\n\n"
        shown = 0
        for item in items:
            if not self.add(item if shown else opening + item, len(closing)):
                break
            shown += 1
        if shown:
            self.add(closing)
        return shown


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _parts(report: Report) -> list[tuple[str, ...]]:
    return [
        (
            _code(part.name),
            str(part.summary.files_scanned),
            str(part.summary.findings),
            *(_number(part.summary.by_applicability.get(level, 0)) for level in _LEVELS),
            _number(part.summary.errors),
        )
        for part in report.parts
    ]


def _repositories(report: Report) -> list[tuple[str, ...]]:
    """Those with something to say: with findings, failed, or changed; the others are one row."""
    rows = []
    quiet = 0
    for part in fleet.ranked(report):
        origin, summary = part.origin, part.summary
        if not (summary.findings or summary.errors or fleet.change(part) not in {"", "0"}):
            quiet += 1
            continue
        rows.append(
            (
                _code(part.name),
                _prose((origin and origin.label) or ""),
                _prose(((origin and origin.commit) or "")[:10]),
                "" if fleet.failed(part) else str(summary.findings),
                *(_number(summary.by_applicability.get(level, 0)) for level in _LEVELS),
                _known(fleet.before(part)),
                fleet.change(part),
                _number(summary.errors),
            )
        )
    if quiet:
        rows.append((f"{quiet} more without findings", "", "", *("",) * (len(_COUNTED) + 3)))
    return rows


def _teams(report: Report) -> list[tuple[str, ...]]:
    return [
        (
            _prose(team.label),
            str(team.repositories),
            _number(team.open),
            str(team.findings),
            *(_number(team.levels.get(level, 0)) for level in _LEVELS),
            _known(team.before),
            _number(team.errors),
        )
        for team in fleet.teams(report)
    ]


def _known(count: int | None) -> str:
    return "" if count is None else str(count)


def _files(report: Report) -> list[tuple[str, ...]]:
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for finding in report.findings:
        counts[finding.path][finding.applicability] += 1
    for row in report.folded:
        counts[row.path]["folded"] += row.number
    return [
        (_code(path), str(sum(own.values())), *(_number(own.get(name, 0)) for name in (*_LEVELS, "folded")))
        for path, own in sorted(counts.items())
    ]


def _number(count: int) -> str:
    return str(count) if count else ""


def _errors(report: Report) -> Iterator[str]:
    for error in report.errors:
        place = f"{_code(error.path)}: " if error.path else ""
        yield f"- {_prose(error.kind)}: {place}{_prose(error.message)}\n"


def _statistics(report: Report) -> list[tuple[str, ...]]:
    return [
        (_prose(code), str(count), _prose(RULES[code].title) if code in RULES else "")
        for code, count in report.summary.by_code.items()
    ]


class _Findings:
    """The findings of one file; a diff or an advice that several share is shown with the first of them."""

    def __init__(self, mates: dict[tuple[str, str | None], list[Finding]]) -> None:
        self._mates = mates
        self._said: set[object] = set()

    def of(self, findings: Sequence[Finding]) -> Iterator[str]:
        """A piece of text for each."""
        for finding in findings:
            line, column = finding.range.start
            words = f"{_link(finding)} at {line}:{column}, {_prose(MARKS.get(finding.applicability, ''))}"
            mates = self._mates[finding.path, finding.group] if finding.group is not None else ()
            text = f"**{words}:** {_prose(finding.message)}\n\n"
            if finding.applicability != "safe" and self._first(finding.help):
                advice = "By hand" if finding.applicability == "manual" else "Check"
                text += f"*{advice}:* {_prose(finding.help)}\n\n"
            rows = preview(finding, mates)
            shown = _diff(rows) if rows else _source(finding)
            if shown and self._first(shown):
                text += shown
            yield text

    def _first(self, thing: object) -> bool:
        new = thing not in self._said
        self._said.add(thing)
        return new


def _link(finding: Finding) -> str:
    code = _prose(finding.code)
    return f"[{code}]({finding.url})" if _ADDRESS.fullmatch(finding.url) else code


def _diff(rows: Iterable[Row]) -> str:
    lines = []
    for row in rows:
        at = 0
        for piece in row.pieces:
            if piece.changed:
                break
            at += len(piece.text)
        lines.append(row.mark + _window(row.text, at))
    return _fenced("diff", lines)


def _source(finding: Finding) -> str:
    """The line of a finding that no fix changes."""
    index = finding.range.start.line - finding.excerpt.first_line
    if not 0 <= index < len(finding.excerpt.lines):
        return ""
    cut = finding.excerpt.first_columns[index] if finding.excerpt.first_columns else 1
    return _fenced("text", [_window(finding.excerpt.lines[index], finding.range.start.column - cut)])


def _window(text: str, at: int) -> str:
    """A line without what no browser should show at once, cut around a place in it."""
    first = max(0, at - _BEFORE) if len(text) > _WIDEST else 0
    part = escape(text[first : first + _WIDEST].replace("\t", "    "))
    return f"{'…' if first else ''}{part}{'…' if first + _WIDEST < len(text) else ''}"


def _fenced(language: str, lines: Sequence[str]) -> str:
    runs = [len(run) for line in lines for run in re.findall("`+", line)]
    fence = "`" * max(3, max(runs, default=0) + 1)
    return "\n".join([fence + language, *lines, fence, "", ""])


def _fixed(report: Report) -> Iterator[str]:
    for finding in report.fixed:
        line, column = finding.range.start
        lost = ""
        if finding.removed:
            lost = f", removed {_code(json.dumps(finding.removed, ensure_ascii=False))}"
        yield f"- {_code(finding.path)} {line}:{column} {_link(finding)}: {_prose(finding.message)}{lost}\n"


def _hidden(report: Report) -> Iterator[str]:
    for finding in report.suppressed:
        line, column = finding.range.start
        place = f"{_code(finding.path)} {line}:{column}"
        yield f"- {place} {_link(finding)}: {_prose(finding.message)} (by {_prose(finding.by or '')})\n"


def _end(report: Report, style: Style, left: int, *, cut: bool) -> str:
    """What did not fit and what to type next."""
    text = ""
    if cut:
        what = plural(left, "finding") if left else "Some rows"
        text += f"\n**{what} did not fit in here.** `--format text` and `--format html` show all.\n"
    commands = [] if style.quiet else next_commands(report, style.arguments)
    width = max((len(command) for command, _ in commands), default=0)
    lines = [escape(f"{command.ljust(width)}  # {what}") for command, what in commands]
    block = "\n" + _fenced("sh", lines)
    return text + block if lines and len((text + block).encode()) < _FOR_THE_END else text


def _html(text: str) -> str:
    return html.escape(escape(text))


def _code(text: str) -> str:
    """A text as code; in a table a bar would end the cell even there."""
    text = escape(text)
    if "|" in text or not text:
        return _prose(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") or text.strip() != text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _prose(text: str) -> str:
    """A text as itself: no markup, link, mention or reference to an issue."""
    return _MARKUP.sub(_entity, escape(text))


def _entity(match: re.Match[str]) -> str:
    char = match.group()
    if not char.isascii():
        return char
    return f"&#{ord(char)};" + ("&#8203;" if char in "@#" else "")
