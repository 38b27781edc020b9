"""Removing items from a comma separated list, by the byte rules of migration.md, 3.3.

An item takes along the comma after it or, where it is the last and has none, the one before it, and one separating
blank. Where it stands alone on its lines, these lines go with the comment at their end. No other byte moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.core.model import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

Span = tuple[int, int]
Place = tuple[int, int]
"""The `id` of a list, and the index of an item in it."""

_BLANKS = " \t"
_LINE_ENDS = "\r\n"


@dataclass(frozen=True, slots=True)
class Comments:
    """How comments look in a language."""

    line: tuple[str, ...] = ()
    """What begins a comment that runs to the end of the line."""
    block: bool = False
    """Whether there are `/* … */` comments."""


NO_COMMENTS = Comments()
HASH = Comments(line=("#",))
SLASHES = Comments(line=("//",), block=True)


def remove(text: str, items: Sequence[Span], drop: Collection[int], inner: Span, comments: Comments) -> list[Draft]:
    """The edits that take the items with the indices `drop` out of a list.

    `items` are the spans of all items in their order, `inner` is what lies between the brackets. Items that go
    together must be given together, for neighbours share a comma; `apart` parts them again where that can be done.
    """
    commas = {index: _comma(text, items, index, inner, comments) for index in drop}
    edits: list[Draft] = []
    for index in sorted(drop):
        comma = commas[index]
        if comma is not None:
            edits += _with_comma_after(text, items[index], comma, inner, comments)
            continue
        alone = _lines(text, items[index], None, comments)
        edits.append(Draft(*(alone or items[index]), ""))
        first = index
        while first - 1 in commas:
            first -= 1
        if first > 0:
            edits += _comma_before(text, items, first, comments)
    return _joined(text, edits)


MANY = 8
"""So many removals from one list are still told apart."""


class Part(NamedTuple):
    """One of several removals."""

    edits: list[Draft]
    mate: int
    """The number of the first removal that must be made with it, which is its own where it stands alone."""


def apart(text: str, drops: Sequence[Sequence[Place]], take: Callable[[list[Place]], list[Draft]]) -> list[Part]:
    """The edits of each removal, so placed that it can be made without the others wherever that is possible.

    `take` gives the edits that take items out together: neighbours may share a comma or a line. More than `MANY`
    removals are made together.
    """
    if len(drops) > MANY:
        return [Part(take([place for places in drops for place in places]), 0)] * len(drops)
    parts = [Part([], number) for number in range(len(drops))]
    for run in _runs(drops):
        together = take([place for number in run for place in drops[number]])
        placed = [together] if len(run) == 1 else _placed(text, [take(list(drops[number])) for number in run], together)
        for at, number in enumerate(run):
            parts[number] = Part(together, run[0]) if placed is None else Part(placed[at], number)
    return parts


def _runs(drops: Sequence[Sequence[Place]]) -> list[list[int]]:
    """The numbers of the removals, neighbours together."""
    runs: list[tuple[set[Place], list[int]]] = []
    for number, places in enumerate(drops):
        gaps = {(holder, gap) for holder, index in places for gap in (index, index + 1)}
        near = [run for run in runs if not gaps.isdisjoint(run[0])]
        runs = [run for run in runs if run not in near]
        runs.append((gaps.union(*(run[0] for run in near)), [*(one for run in near for one in run[1]), number]))
    return [run for _, run in runs]


def _placed(text: str, alone: Sequence[Sequence[Draft]], together: Sequence[Draft]) -> list[list[Draft]] | None:
    """The removals `alone` without an overlap; None where they do not come to what `together` does."""
    for forward in (False, True):
        placed = _slid(text, alone, forward=forward)
        if placed is None:
            continue
        edits = [edit for own in placed for edit in own]
        whole = (min(edit.start for edit in (*edits, *together)), max(edit.end for edit in (*edits, *together)))
        if _left(text, edits, whole) == _left(text, together, whole):
            return placed
    return None


def _slid(text: str, alone: Sequence[Sequence[Draft]], *, forward: bool) -> list[list[Draft]] | None:
    """The removals, each moved back or forward until it no longer overlaps the one there.

    To take `x, ` out of `w, x, y` leaves the same as to take `, x`.
    """
    placed: list[list[Draft]] = [[] for _ in alone]
    limit = 0 if forward else len(text)
    order = sorted((edit, number) for number, own in enumerate(alone) for edit in own)
    for edit, number in order if forward else reversed(order):
        by = max(0, limit - edit.start) if forward else min(0, limit - edit.end)
        start, end = edit.start + by, edit.end + by
        low, high = min(0, by), max(0, by)
        if (
            edit.text
            or start < 0
            or text[edit.start + low : edit.start + high] != text[edit.end + low : edit.end + high]
        ):
            return None
        placed[number].append(Draft(start, end, ""))
        limit = end if forward else start
    return [sorted(own) for own in placed]


def _left(text: str, edits: Sequence[Draft], whole: Span) -> str:
    """What edits make of a part of the text."""
    left, at = "", whole[0]
    for edit in sorted(edits):
        left += text[at : edit.start] + str(edit.text)
        at = edit.end
    return left + text[at : whole[1]]


def with_comma(text: str, edits: Sequence[Draft], rest: Span) -> list[Draft]:
    """Removals that leave one item, after which a comma must stay; `rest` reaches from it to the closing bracket."""
    if _left(text, [edit for edit in edits if edit.start >= rest[0]], rest).lstrip().startswith(","):
        return list(edits)
    own = next((edit for edit in edits if edit.start >= rest[0] and text[edit.start] == ","), None)
    if own is None:
        return sorted([*edits, Draft(rest[0], rest[0], ",")])
    rest_of_it = [Draft(own.start + 1, own.end, "")] if own.end > own.start + 1 else []
    return sorted([*(edit for edit in edits if edit != own), *rest_of_it])


def _comma(text: str, items: Sequence[Span], index: int, inner: Span, comments: Comments) -> int | None:
    limit = items[index + 1][0] if index + 1 < len(items) else inner[1]
    return _find_comma(text, items[index][1], limit, comments)


def _find_comma(text: str, at: int, limit: int, comments: Comments) -> int | None:
    while at < limit:
        if text[at] == ",":
            return at
        at = _past_comment(text, at, comments) or at + 1
    return None


def _past_comment(text: str, at: int, comments: Comments) -> int | None:
    """The end of the comment that begins at `at` (before its line end), None where none begins."""
    if comments.block and text.startswith("/*", at):
        end = text.find("*/", at + 2)
        return len(text) if end < 0 else end + 2
    if any(text.startswith(mark, at) for mark in comments.line):
        return next((end for end in range(at, len(text)) if text[end] in _LINE_ENDS), len(text))
    return None


def _indented(text: str, at: int) -> int | None:
    """The start of the line where only blanks stand before `at`; None where anything else does.

    Looks no further than the blanks, for a line may be as long as the file.
    """
    while at > 0 and text[at - 1] in _BLANKS:
        at -= 1
    return at if at == 0 or text[at - 1] in _LINE_ENDS else None


def _lines(text: str, item: Span, comma: int | None, comments: Comments) -> Span | None:
    """The lines on which an item stands alone but for its comma and comments at the end; None where it does not."""
    start = _indented(text, item[0])
    if start is None:
        return None
    at = item[1]
    while at < len(text) and text[at] not in _LINE_ENDS:
        past = _past_comment(text, at, comments)
        if past is not None:
            if any(char in text[at:past] for char in _LINE_ENDS):
                return None
            at = past
        elif text[at] in _BLANKS or at == comma:
            at += 1
        else:
            return None
    if text.startswith("\r\n", at):
        return start, at + 2
    # at the very end of the text there is no line end to take along
    return start, min(at + 1, len(text))


def _with_comma_after(text: str, item: Span, comma: int, inner: Span, comments: Comments) -> list[Draft]:
    lines = _lines(text, item, comma, comments)
    if lines is not None:
        return [Draft(*lines, "")] if comma < lines[1] else [Draft(*lines, ""), _with_blank(text, comma)]
    if text[item[1] : comma].strip():
        return [Draft(*item, ""), _with_blank(text, comma)]
    start, end = item[0], comma + 1
    if end < inner[1] and text[end] in _BLANKS:
        return [Draft(start, end + 1, "")]
    last_on_line = end >= inner[1] or text[end] in _LINE_ENDS
    if last_on_line and start > inner[0] and text[start - 1] in _BLANKS and _indented(text, start) is None:
        start -= 1
    return [Draft(start, end, "")]


def _with_blank(text: str, comma: int) -> Draft:
    end = comma + 1
    return Draft(comma, end + 1 if end < len(text) and text[end] in _BLANKS else end, "")


def _comma_before(text: str, items: Sequence[Span], first: int, comments: Comments) -> list[Draft]:
    """Takes the comma before an item that goes with all that follow it."""
    comma = _find_comma(text, items[first - 1][1], items[first][0], comments)
    if comma is None:
        return []
    gap = text[comma + 1 : items[first][0]]
    limit = items[first + 1][0] if first + 1 < len(items) else items[first][1]
    after = _find_comma(text, items[first][1], limit, comments)
    if gap.strip() or _lines(text, items[first], after, comments) is not None:
        return [Draft(comma, comma + 1, "")]
    if any(char in gap for char in _LINE_ENDS):
        return [Draft(comma, items[first][0], "")]
    return [Draft(comma, comma + 1 + bool(gap), "")]


def _joined(text: str, edits: Sequence[Draft]) -> list[Draft]:
    """The removals in their order, with those that touch made one."""
    joined: list[Draft] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if joined and edit.start <= joined[-1].end:
            joined[-1] = Draft(joined[-1].start, max(joined[-1].end, edit.end), "")
        else:
            joined.append(edit)
    return [_whole_line(text, edit) for edit in joined]


def _whole_line(text: str, edit: Draft) -> Draft:
    """A removal that leaves nothing on its line takes the line along."""
    start, end = _indented(text, edit.start), edit.end
    if start is None or start == edit.start or text[edit.end - 1] in _LINE_ENDS:
        return edit
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    if end < len(text) and text[end] not in _LINE_ENDS:
        return edit
    return Draft(start, min(end + (2 if text.startswith("\r\n", end) else 1), len(text)), "")
