"""Applying edits to a text: the one applier behind written files, diffs, SARIF fixes and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.core.model import Edit


def conflict(accepted: Iterable[Edit], candidates: Iterable[Edit]) -> tuple[Edit, Edit] | None:
    """The first pair of edits that cannot both be applied; equal edits are shared, not in conflict."""
    merged = sorted({(edit, True) for edit in accepted} | {(edit, False) for edit in candidates})
    last: Edit | None = None
    for edit, _ in merged:
        if last is not None and edit != last and _collide(last, edit):
            return last, edit
        if last is None or edit.end >= last.end:
            last = edit
    return None


def _collide(first: Edit, second: Edit) -> bool:
    return second.start < first.end or (second.start == first.start and second.end == first.end)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits.

    Raises `ValueError` where two different edits overlap.
    """
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(set(edits)):
        if start < at:
            message = f"edits overlap at offset {start}"
            raise ValueError(message)
        pieces += (text[at:start], new)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)
