"""Keys of dict displays: no rewrite may make two of them one, for the last would win (migration.md, 3.6)."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migrate_ext.core.model import Draft, Site

_Key = TypeVar("_Key")
Span = tuple[int, int]


def clashing(text: str, keys: Sequence[Span], sites: Mapping[_Key, Site]) -> list[_Key]:
    """The sites that would give one of the keys the text of another; `sites` are those in the display."""
    edits = [edit for site in sites.values() for edit in site.edits]
    kept = [span for span in keys if not any(edit.start <= span[0] < edit.end and edit.end > span[1] for edit in edits)]
    after = {span: _value(_edited(text, span, edits)) for span in kept}
    count = Counter(after.values())
    changed = [span for span in kept if count[after[span]] > 1 and after[span] != _value(text[slice(*span)])]
    return [key for key, site in sites.items() if any(first <= site.start < last for first, last in changed)]


def _edited(text: str, span: Span, edits: Sequence[Draft]) -> str:
    pieces, at = [], span[0]
    for edit in sorted(edit for edit in edits if span[0] <= edit.start and edit.end <= span[1]):
        pieces += [text[at : edit.start], edit.text if isinstance(edit.text, str) else edit.text[0]]
        at = edit.end
    return "".join(pieces) + text[at : span[1]]


def _value(source: str) -> str:
    """What two texts of the same key have in common."""
    try:
        return repr(ast.literal_eval(source))
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return source
