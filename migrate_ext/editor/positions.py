"""Positions of the Language Server Protocol and offsets in code points.

Lines count from 0; what a column counts (bytes, UTF-16 code units, code points) is agreed on when a client connects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from migrate_ext.core.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

_ASTRAL = 0x10000
_WIDE = 0x800
_ASCII = 0x80


def position(source: Source, offset: int, encoding: str) -> types.Position:
    """An offset as the client counts."""
    line, column = source.position(offset)
    before = column - 1
    if encoding != types.PositionEncodingKind.Utf32 and not source.text.isascii():
        start = source.line_starts[line - 1]
        before = sum(_units(character, encoding) for character in source.text[start:offset])
    return types.Position(line - 1, before)


def offset(source: Source, place: types.Position, encoding: str) -> int:
    """A position of the client as an offset; one past the end of its line or of the text is that end."""
    if place.line >= len(source.line_starts):
        return len(source.text)
    start, end = source.line_span(place.line + 1)
    if encoding == types.PositionEncodingKind.Utf32 or source.text.isascii():
        return min(start + place.character, end)
    left = place.character
    for index in range(start, end):
        if left <= 0:
            return index
        left -= _units(source.text[index], encoding)
    return end


def _units(character: str, encoding: str) -> int:
    code = ord(character)
    if encoding == types.PositionEncodingKind.Utf8:
        return 1 + (code >= _ASCII) + (code >= _WIDE) + (code >= _ASTRAL)
    return 1 + (code >= _ASTRAL)


def changed(text: str, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str) -> str:
    """A text after a client's changes, one after the other."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            text = change.text
            continue
        source = Source("", text, "utf-8")
        start, end = (offset(source, place, encoding) for place in (change.range.start, change.range.end))
        text = text[:start] + change.text + text[end:]
    return text
