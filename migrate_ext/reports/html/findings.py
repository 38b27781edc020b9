"""Findings as articles: where, what, before and after, what to know, what goes with it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from itertools import accumulate, chain, groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.core.finding import WEAKENED
from migrate_ext.graph.catalogue import UNUSED_SUPPRESSION
from migrate_ext.reports.fleet import INSIDE
from migrate_ext.reports.html.markup import LEVELS, bar, line, link, place_of, text
from migrate_ext.reports.preview import Piece, Row, preview
from migrate_ext.reports.words import MARKS, plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from migrate_ext.core.finding import Finding, Range
    from migrate_ext.core.report import Folded

_ROWS = 24
"""Lines of a change that are shown at once; the rest unfolds."""


class Entry(NamedTuple):
    """A finding on the page."""

    state: str
    """`open`, `fixed` or `hidden`."""
    anchor: str
    finding: Finding


class Section(NamedTuple):
    """Findings of one state."""

    state: str
    title: str
    entries: Sequence[Entry]


class Groups:
    """Which findings change together, and where on the page each stands."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._members: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._touching: dict[tuple[str, str, str, int], list[Finding]] = defaultdict(list)
        self._places: dict[tuple[str, str, Range], str] = {}
        for entry in chain.from_iterable(section.entries for section in sections):
            state, anchor, finding = entry
            self._places.setdefault((state, finding.path, finding.range), anchor)
            if finding.group is not None:
                self._members[state, finding.group].append(entry)
                for line in _touched(finding):
                    self._touching[state, finding.group, finding.path, line].append(finding)
        several = (key for key, members in self._members.items() if len(members) > 1)
        self._anchors = {key: f"group-{number}" for number, key in enumerate(several, 1)}

    def place(self, state: str, path: str, where: Range) -> str | None:
        """The anchor of the finding that stands at a place in a file."""
        return self._places.get((state, path, where))

    def preview(self, entry: Entry) -> tuple[Row, ...]:
        """The lines that the finding's fix changes."""
        state, _, finding = entry
        mates = (
            mate
            for line in _touched(finding)
            for mate in self._touching.get((state, finding.group or "", finding.path, line), ())
        )
        return preview(finding, mates)

    def of(self, entry: Entry) -> tuple[str, int] | None:
        """The anchor of the finding's group and the number of its members; none of a group of one."""
        key = entry.state, entry.finding.group or ""
        return (self._anchors[key], len(self._members[key])) if key in self._anchors else None

    def all(self) -> Iterator[tuple[str, list[Entry]]]:
        """Each group of several, with its anchor."""
        return ((anchor, self._members[key]) for key, anchor in self._anchors.items())


def _touched(finding: Finding) -> list[int]:
    edits = () if finding.fix is None else finding.fix.edits
    return sorted({line for edit in edits for line in range(edit.range.start.line, edit.range.end.line + 1)})


def by_file(section: Section, known: Groups, folded: Sequence[Folded]) -> Iterator[str]:
    """The findings of a section, file by file."""
    return chain.from_iterable(parts for _, parts in _files(section, known, folded, str))


def by_repository(section: Section, known: Groups, folded: Sequence[Folded]) -> Iterator[str]:
    """The findings of a section of a fleet, a part of the page for each repository."""
    found = _files(section, known, folded, lambda path: path.rpartition(INSIDE)[2])
    for name, files in groupby(found, lambda file: file[0].rpartition(INSIDE)[0]):
        own = f' id="{place_of(name)}"' if section.state == "open" else ""
        yield f'<section class="repository"{own}><h3 class="path">{text(name)}</h3>\n'
        yield from chain.from_iterable(parts for _, parts in files)
        yield "</section>\n"


def _files(
    section: Section, known: Groups, folded: Sequence[Folded], shown: Callable[[str], str]
) -> Iterator[tuple[str, Iterator[str]]]:
    """Each file with its findings; `shown` is how a path is told in the heading."""
    more: dict[str, list[Folded]] = defaultdict(list)
    for row in folded:
        more[row.path].append(row)
    for number, (path, group) in enumerate(groupby(section.entries, lambda entry: entry.finding.path), 1):
        heading = f'<h3 id="{section.state}-file-{number}"><span class="path">{text(shown(path))}</span>'
        yield path, _file(heading, list(group), known, more.get(path, ()))


def _file(heading: str, entries: Sequence[Entry], known: Groups, folded: Sequence[Folded]) -> Iterator[str]:
    counts = Counter(entry.finding.applicability for entry in entries)
    levels = {level: counts[level] for level in LEVELS}
    yield (
        f'<section class="file" data-path="{text(entries[0].finding.path)}">{heading}'
        f"{bar(levels, len(entries))}<small>{plural(len(entries), 'finding')}</small></h3>\n"
    )
    yield from (_article(entry, known) for entry in entries)
    for row in folded:
        yield f'<p class="folded">… and {row.number} more of {text(row.code)}, not listed</p>\n'
    yield "</section>\n"


def _article(entry: Entry, known: Groups) -> str:
    state, anchor, finding = entry
    level = finding.applicability
    row, column = finding.range.start
    cell = f"cell {finding.cell}, " if finding.cell else ""
    note = '<span class="note">note</span> ' if finding.severity == "note" else ""
    return (
        f'<article id="{anchor}" data-code="{text(finding.code)}" data-level="{text(level)}" data-state="{state}">'
        f"<h4>{_pill(level)} {note}{link(finding.url, text(finding.code))} "
        f'<span class="words">{_words(finding)}</span> '
        f'<a class="place" href="#{anchor}" aria-label="{cell}line {row}, column {column}">'
        f"{cell}{row}:{column}</a></h4>"
        f"{_source(finding, known.preview(entry))}{''.join(_notes(entry, known))}</article>\n"
    )


def _pill(level: str) -> str:
    return f'<span class="pill {level if level in LEVELS else ""}">{text(MARKS.get(level, level))}</span>'


def _words(finding: Finding) -> str:
    new = finding.replacement
    if new is None or new not in finding.message:
        return text(finding.message)
    return f"<code>{text(finding.symbol)}</code> → <code>{text(new)}</code>"


def _source(finding: Finding, rows: Sequence[Row]) -> str:
    """The finding's own line, and the lines before and after the fix."""
    if not any(row.line == finding.range.start.line for row in rows):
        rows = (*_own_line(finding), *rows)
    if not rows:
        return ""
    columns = zip(*(row.text for row in rows), strict=False)
    blanks = sum(1 for _ in takewhile(lambda column: set(column) in ({" "}, {"\t"}), columns))
    shown = [_row(row, blanks) for row in rows]
    rest = shown[_ROWS:]
    more = f"<details><summary>{plural(len(rest), 'more line')}</summary><pre>{''.join(rest)}</pre></details>"
    return f"<pre>{''.join(shown[:_ROWS])}</pre>{more if rest else ''}"


def _row(row: Row, blanks: int) -> str:
    """A line without so many blanks at its beginning, which all lines beside it have too."""
    tag, sign = {"-": ("del", "−"), "+": ("ins", "+")}.get(row.mark, ("span", " "))  # noqa: RUF001 - as wide as a plus
    number = "" if row.mark == "+" else f' data-line="{row.line}"'
    starts = accumulate((len(piece.text) for piece in row.pieces), initial=0)
    pieces = [
        Piece(piece.text[max(0, blanks - start) :], piece.changed)
        for start, piece in zip(starts, row.pieces, strict=False)
    ]
    return f"<{tag}{number}>{sign} {line(pieces)}</{tag}>"


def _own_line(finding: Finding) -> Iterator[Row]:
    excerpt, (start, end) = finding.excerpt, finding.range
    index = start.line - excerpt.first_line
    if not 0 <= index < len(excerpt.lines):
        return
    whole = excerpt.lines[index]
    cut = excerpt.first_columns[index] - 1 if excerpt.first_columns else 0
    first = max(0, start.column - 1 - cut)
    last = max(first, end.column - 1 - cut) if end.line == start.line else len(whole)
    before = Piece(("…" if cut else "") + whole[:first], changed=False)
    yield Row(" ", start.line, (before, Piece(whole[first:last], changed=True), Piece(whole[last:], changed=False)))


def _notes(entry: Entry, known: Groups) -> Iterator[str]:
    finding = entry.finding
    if finding.by is not None:
        hider = {"comment": "a comment", "baseline": "the baseline"}.get(finding.by, finding.by)
        yield f'<p class="by">Hidden by {text(hider)}.</p>'
    if finding.removed:
        yield f"<p>Removed from the data: <code>{text(json.dumps(finding.removed, ensure_ascii=False))}</code></p>"
    own, marker, weak = finding.help.partition(WEAKENED)
    if finding.applicability != "safe" or finding.code == UNUSED_SUPPRESSION:
        said = own if weak and finding.related else own + marker + weak
        if said.strip():
            yield f"<p>{text(said.strip())}</p>"
    if finding.related:
        yield "<ul>"
        for path, where, message in ((place.path, place.range, place.message) for place in finding.related):
            yield f"<li>{_place(known.place(entry.state, path, where), path, where)} {text(message)}</li>"
        yield "</ul>"
    group = known.of(entry)
    if group is not None:
        anchor, count = group
        yield f'<p><a href="#{anchor}">Changes together with {plural(count - 1, "other")}</a></p>'


def _place(anchor: str | None, path: str, where: Range) -> str:
    label = f"<code>{text(path)}:{where.start.line}:{where.start.column}</code>"
    return f'<a href="#{anchor}">{label}</a>' if anchor else label


def listed(known: Groups) -> Iterator[str]:
    """Each group of several with its members."""
    for anchor, members in known.all():
        findings = [member.finding for member in members]
        paths = {finding.path for finding in findings}
        files = plural(len(paths), "file") if len(paths) > 1 else f'<span class="path">{text(findings[0].path)}</span>'
        levels = {finding.applicability for finding in findings}
        weakest = next((level for level in reversed(LEVELS) if level in levels), "")
        yield (
            f'<details id="{anchor}"><summary>{_pill(weakest)} {plural(len(members), "finding")} in {files}: '
            f"<code>{text(findings[0].symbol)}</code></summary><ul>"
        )
        for member in members:
            finding = member.finding
            place = _place(member.anchor, finding.path, finding.range)
            yield f"<li>{place} {text(finding.code)} {_words(finding)}</li>"
        yield "</ul></details>\n"
