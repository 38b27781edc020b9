"""Applying edits to a text: the one applier behind written files, diffs, SARIF fixes and editors."""

from __future__ import annotations

import bisect
import io
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from migrate_ext.core.model import Edit


def collision(accepted: Sequence[Edit], candidates: Collection[Edit]) -> Edit | None:
    """The first of all these edits that cannot be applied together with a later one; equal edits are shared.

    `accepted` are sorted and free of collisions, so of each candidate only the neighbours need a look.
    """
    ordered = sorted(candidates)
    for first, second in pairwise(ordered):
        if _collide(first, second):
            return first
    if not accepted or not ordered or accepted[-1].end < ordered[0].start:
        return None
    for edit in ordered:
        at = bisect.bisect_left(accepted, edit)
        if at and _collide(accepted[at - 1], edit):
            return accepted[at - 1]
        if at < len(accepted) and _collide(edit, accepted[at]):
            return edit
    return None


def _collide(first: Edit, second: Edit) -> bool:
    overlap = second.start < first.end or (second.start == first.start and second.end == first.end)
    return overlap and first != second


def once(edits: Iterable[Edit]) -> list[Edit]:
    """Each of the edits once, in their order."""
    return [edit for edit, _ in groupby(sorted(edits))]


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits.

    Raises `ValueError` where two different edits overlap.
    """
    made = io.StringIO(newline="")
    at = 0
    for start, end, new in once(edits):
        if start < at:
            message = f"edits overlap at offset {start}"
            raise ValueError(message)
        made.write(text[at:start])
        made.write(new)
        at = end
    made.write(text[at:])
    return made.getvalue()
