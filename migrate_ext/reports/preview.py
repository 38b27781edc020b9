"""What a finding's fix makes of its lines, from the excerpt alone."""

from __future__ import annotations

import re
from itertools import accumulate, chain, takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migrate_ext.core.finding import Excerpt, Finding, Position, RangeEdit

_CUT = "…"
_NEWLINE = re.compile(r"\r\n|\r|\n")


class Piece(NamedTuple):
    """A part of a line."""

    text: str
    changed: bool


_Line = tuple[Piece, ...]


class Row(NamedTuple):
    """A line that a fix takes away or puts in."""

    mark: str
    """`-` or `+`."""
    line: int
    """Where the line stood in the old text; of a new line, where the lines stood that it replaces."""
    pieces: _Line

    @property
    def text(self) -> str:
        """The whole line."""
        return _text(self.pieces)


def preview(finding: Finding, mates: Iterable[Finding] = ()) -> tuple[Row, ...]:
    """The lines that a finding's fix changes, before and after; empty where there is no fix.

    `mates` are other members of its group: a line is shown as the whole group leaves it, for no fix ever writes the
    half of it. Their edits on lines that the finding's own fix does not touch are left out.
    """
    own = [] if finding.fix is None else finding.fix.edits
    touched = {line for edit in own for line in _lines(edit)}
    others = (mate.fix.edits for mate in mates if mate.fix is not None and mate.path == finding.path)
    edits = {*own, *(edit for edit in chain.from_iterable(others) if touched.issuperset(_lines(edit)))}
    shown = sorted(edit for edit in edits if _is_within(finding.excerpt, edit))
    return tuple(chain.from_iterable(_rows(finding.excerpt, block) for block in _blocks(shown)))


def _lines(edit: RangeEdit) -> range:
    return range(edit.range.start.line, edit.range.end.line + 1)


def _is_within(excerpt: Excerpt, edit: RangeEdit) -> bool:
    """Whether the excerpt holds the place: of a very long line it may hold another part."""
    start, end = edit.range
    if not excerpt.first_line <= start.line <= end.line < excerpt.first_line + len(excerpt.lines):
        return False
    index = start.line - excerpt.first_line
    return start.column <= _column(excerpt, start.line) + len(excerpt.lines[index]) and (
        end.line > start.line or end.column >= _column(excerpt, start.line)
    )


def _column(excerpt: Excerpt, line: int) -> int:
    """The column at which the excerpt's part of a line begins."""
    return excerpt.first_columns[line - excerpt.first_line] if excerpt.first_columns else 1


def _blocks(edits: Sequence[RangeEdit]) -> Iterator[list[RangeEdit]]:
    """Edits that share a line, together."""
    block: list[RangeEdit] = []
    last = 0
    for edit in edits:
        if block and edit.range.start.line > last:
            yield block
            block = []
        block.append(edit)
        last = max(last, edit.range.end.line)
    if block:
        yield block


def _rows(excerpt: Excerpt, edits: Sequence[RangeEdit]) -> list[Row]:
    """The lines of one block, without those at its ends that stay as they are."""
    first, last = edits[0].range.start.line, max(edit.range.end.line for edit in edits)
    lines = excerpt.lines[first - excerpt.first_line : last - excerpt.first_line + 1]
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def offset(position: Position) -> int:
        index = position.line - first
        return starts[index] + min(max(0, position.column - _column(excerpt, position.line)), len(lines[index]))

    text = "\n".join(lines)
    before: list[Piece] = []
    after: list[Piece] = []
    at = 0
    for edit in edits:
        start, end = offset(edit.range.start), offset(edit.range.end)
        if start < at:
            continue  # only a report that this tool did not write has edits that overlap
        kept = Piece(text[at:start], changed=False)
        before += (kept, Piece(text[start:end], changed=True))
        after += (kept, Piece(edit.new_text, changed=True))
        at = end
    rest = Piece(text[at:], changed=False)
    cuts = [_column(excerpt, line) > 1 for line in range(first, last + 1)]
    return _compared(first, _split([*before, rest]), _split([*after, rest]), cuts)


def _split(pieces: Iterable[Piece]) -> list[_Line]:
    """The lines of a text that is given in pieces."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, text in enumerate(_NEWLINE.split(piece.text)):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Piece(text, piece.changed))
    return [tuple(line) for line in lines]


def _compared(first: int, before: Sequence[_Line], after: Sequence[_Line], cuts: Sequence[bool]) -> list[Row]:
    head = _alike(zip(before, after, strict=False))
    tail = _alike(zip(reversed(before[head:]), reversed(after[head:]), strict=False))
    rows = [Row("-", first + at, _marked(before[at], cut=cuts[at])) for at in range(head, len(before) - tail)]
    rows += (
        Row("+", first + head, _marked(after[at], cut=at == head < len(before) and cuts[at]))
        for at in range(head, len(after) - tail)
    )
    return rows


def _alike(pairs: Iterable[tuple[_Line, _Line]]) -> int:
    """How many of the first pairs are two lines of the same text."""
    return sum(1 for _ in takewhile(lambda pair: _text(pair[0]) == _text(pair[1]), pairs))


def _marked(line: _Line, *, cut: bool) -> _Line:
    return (Piece(_CUT, changed=False), *line) if cut else line


def _text(line: _Line) -> str:
    return "".join(piece.text for piece in line)
