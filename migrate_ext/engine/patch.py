"""Changed files as one patch that `git apply` takes.

The hunks are made from the edits themselves, not by comparing texts: linear in the size of the file. All is done on
bytes, so encodings and line ends stay what they are; git ends a line at LF alone.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.engine.discovery import repository_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migrate_ext.core.finding import Change

_CONTEXT = 3
_NO_END = b"\n\\ No newline at end of file\n"
_SPECIAL = re.compile(rb'[\x00-\x1f"\\\x7f]')
_ESCAPES = {b"\t": b"\\t", b"\n": b"\\n", b"\r": b"\\r", b'"': b'\\"', b"\\": b"\\\\"}


class _Block(NamedTuple):
    """Whole old lines and the lines that take their place."""

    start: int
    end: int
    new: bytes


def patch(changes: Iterable[Change]) -> bytes:
    """A unified diff with git's headers; paths are relative to the repository, as `git apply` wants them."""
    root = repository_root(".")
    return b"".join(piece for change in changes for piece in _of_file(change, root))


def _of_file(change: Change, root: str | None) -> Iterator[bytes]:
    path = os.path.relpath(change.path, root).replace(os.sep, "/") if root is not None else change.path
    name = os.fsencode(path)
    old, new = _quoted(b"a/" + name), _quoted(b"b/" + name)
    tab = b"\t" if b" " in name else b""
    yield b"diff --git %s %s\n--- %s%s\n+++ %s%s\n" % (old, new, old, tab, new, tab)
    raw = change.source.encode(change.source.text)
    yield from _hunks(raw, _blocks(raw, _in_bytes(change)))


def _quoted(name: bytes) -> bytes:
    if not _SPECIAL.search(name):
        return name
    return b'"' + _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], b"\\%03o" % ord(found[0])), name) + b'"'


def _in_bytes(change: Change) -> Iterator[tuple[int, int, bytes]]:
    source = change.source
    at, position = 0, len(source.mark)
    for start, end, text in sorted(set(change.edits)):
        begin = position + len(source.text[at:start].encode(source.encoding))
        finish = begin + len(source.text[start:end].encode(source.encoding))
        yield begin, finish, text.encode(source.encoding)
        at, position = end, finish


def _blocks(raw: bytes, edits: Iterable[tuple[int, int, bytes]]) -> list[_Block]:
    blocks: list[_Block] = []
    for start, end, new in edits:
        first = raw.rfind(b"\n", 0, start) + 1
        whole = first == start and (new == b"" or new.endswith(b"\n")) and (end == start or raw[end - 1 : end] == b"\n")
        if whole and (new or end > start):
            last = end
        else:
            line_end = raw.find(b"\n", end)
            last = len(raw) if line_end < 0 else line_end + 1
        if blocks and first < blocks[-1].end:
            before = blocks.pop()
            kept = len(before.new) - (before.end - start)  # what `before` holds up to this edit
            last = max(last, before.end)
            tail = raw[end:last]
            blocks.append(_Block(before.start, last, before.new[:kept] + new + tail))
        else:
            blocks.append(_Block(first, last, raw[first:start] + new + raw[end:last]))
    return blocks


def _hunks(raw: bytes, blocks: Sequence[_Block]) -> Iterator[bytes]:
    line, shift, position = 1, 0, 0
    at = 0
    while at < len(blocks):
        start = _back(raw, blocks[at].start)
        line += raw.count(b"\n", position, start)
        old: list[bytes] = []
        body: list[bytes] = []
        new_count, cursor = 0, start
        while True:
            block = blocks[at]
            context = _lines(raw[cursor : block.start])
            removed, added = _lines(raw[block.start : block.end]), _lines(block.new)
            body += [b" " + text for text in context] + [b"-" + text for text in removed]
            body += [b"+" + text for text in added]
            old += context + removed
            new_count += len(context) + len(added)
            cursor, at = block.end, at + 1
            if at == len(blocks) or raw.count(b"\n", cursor, blocks[at].start) > 2 * _CONTEXT:
                break
        tail = _lines(raw[cursor : _forth(raw, cursor)])
        body += [b" " + text for text in tail]
        old_count, new_count = len(old) + len(tail), new_count + len(tail)
        new_line = line + shift
        yield b"@@ -%d,%d +%d,%d @@\n" % (line - (not old_count), old_count, new_line - (not new_count), new_count)
        for text in body:
            yield text if text.endswith(b"\n") else text + _NO_END
        shift += new_count - old_count
        position = start


def _lines(raw: bytes) -> list[bytes]:
    lines = raw.split(b"\n")
    last = lines.pop()
    return [line + b"\n" for line in lines] + ([last] if last else [])


def _back(raw: bytes, start: int) -> int:
    for _ in range(_CONTEXT):
        if start == 0:
            return 0
        start = raw.rfind(b"\n", 0, start - 1) + 1
    return start


def _forth(raw: bytes, end: int) -> int:
    for _ in range(_CONTEXT):
        found = raw.find(b"\n", end)
        if found < 0:
            return len(raw)
        end = found + 1
    return end
