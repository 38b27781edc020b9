"""What a client has open, as the engine reads it: texts, and notebooks whose cells are texts of their own.

A document never changes: what the client types makes a new one, so whoever looks at the old one is not disturbed.
"""

from __future__ import annotations

import bisect
import json
import os
import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from migrate_ext.core.source import Source
from migrate_ext.editor import positions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.core.model import Edit


class Changes(NamedTuple):
    """What is to be changed in one text of the client."""

    uri: str
    version: int | None
    edits: list[types.TextEdit]


@dataclass(frozen=True)
class TextDocument:
    """A text with an address of its own."""

    uri: str
    path: str
    """As the engine names the file."""
    text: str
    version: int | None
    """The client's number of this text; None where the file is not open."""
    encoding: str
    """What columns count."""

    @cached_property
    def source(self) -> Source:
        """The text with its lines."""
        return Source(self.path, self.text, "utf-8")

    @property
    def uris(self) -> tuple[str, ...]:
        """The addresses under which the client shows it."""
        return (self.uri,)

    def version_of(self, uri: str) -> int | None:  # noqa: ARG002 - a notebook's cells have their own
        """The client's number of the text at an address."""
        return self.version

    def changed(self, version: int, changes: Iterable[types.TextDocumentContentChangeEvent]) -> TextDocument:
        """The document after what the client typed."""
        return replace(self, version=version, text=positions.changed(self.text, changes, self.encoding))

    def place(self, start: int, end: int) -> types.Location:
        """Where the client shows a span of `text`."""
        first, last = (positions.position(self.source, at, self.encoding) for at in (start, end))
        return types.Location(self.uri, types.Range(first, last))

    def edits(self, edits: Iterable[Edit]) -> list[Changes]:
        """Edits of `text` as the client makes them."""
        made = [types.TextEdit(self.place(start, end).range, new) for start, end, new in sorted(edits)]
        return [Changes(self.uri, self.version, made)]


def closed(path: str, source: Source, encoding: str) -> TextDocument:
    """A file that the client has not open."""
    return TextDocument(Path(os.path.abspath(path)).as_uri(), path, source.text, None, encoding)


_HEAD, _TAIL = '{"cells": [', '], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
_BEFORE, _AFTER = '{"cell_type": "code", "metadata": {}, "outputs": [], "source": "', '"}'
_ESCAPED = re.compile(r'["\\\x00-\x1f]')
_SHORT = frozenset('"\\\n\r\t\b\f')


@dataclass(frozen=True)
class Cell:
    """A code cell."""

    document: TextDocument

    @cached_property
    def body(self) -> str:
        """The text as it stands in the file."""
        return json.dumps(self.document.text, ensure_ascii=False)[1:-1]

    @cached_property
    def _escapes(self) -> tuple[list[int], list[int]]:
        """Where each escaped character stands in the body, and how much longer than the text it is up to there."""
        found = list(_ESCAPED.finditer(self.document.text))
        longer = [0, *accumulate(1 if match[0] in _SHORT else 5 for match in found)]
        return [match.start() + before for match, before in zip(found, longer, strict=False)], longer

    def at(self, offset: int) -> int:
        """An offset in the body as one in the text."""
        starts, longer = self._escapes
        return offset - longer[bisect.bisect_left(starts, offset)]


@dataclass(frozen=True)
class NotebookDocument:
    """A notebook that the client shows as cells; for the engine it is a file again."""

    uri: str
    path: str
    cells: tuple[Cell, ...]

    @cached_property
    def _bodies(self) -> list[int]:
        """Where the body of each cell begins in `text`."""
        between = len(_AFTER) + len(", ") + len(_BEFORE)
        return list(accumulate((len(cell.body) + between for cell in self.cells), initial=len(_HEAD) + len(_BEFORE)))

    @cached_property
    def text(self) -> str:
        """The file that these cells could have come from."""
        return _HEAD + ", ".join(f"{_BEFORE}{cell.body}{_AFTER}" for cell in self.cells) + _TAIL

    @property
    def uris(self) -> tuple[str, ...]:
        """The addresses under which the client shows it."""
        return tuple(cell.document.uri for cell in self.cells)

    def version_of(self, uri: str) -> int | None:
        """The client's number of the text at an address."""
        return next((cell.document.version for cell in self.cells if cell.document.uri == uri), None)

    def _cell(self, offset: int) -> tuple[Cell, int]:
        index = min(max(bisect.bisect_right(self._bodies, offset) - 1, 0), len(self.cells) - 1)
        return self.cells[index], self._bodies[index]

    def place(self, start: int, end: int) -> types.Location:
        """Where the client shows a span of `text`."""
        cell, base = self._cell(start)
        return cell.document.place(cell.at(start - base), cell.at(end - base))

    def edits(self, edits: Iterable[Edit]) -> list[Changes]:
        """Edits of `text` as the client makes them."""
        made: list[Changes] = []
        for base, own in groupby(sorted(edits), key=lambda edit: self._cell(edit.start)[1]):
            cell, _ = self._cell(base)
            inner = [
                edit._replace(
                    start=cell.at(edit.start - base), end=cell.at(edit.end - base), text=json.loads(f'"{edit.text}"')
                )
                for edit in own
            ]
            made += cell.document.edits(inner)
        return made


Document = TextDocument | NotebookDocument
