r"""Which files can hold anything to report, decided on their bytes alone.

A file without the catalogue's words costs one read and a few substring tests. Words may hide: behind escapes
(`\u0063`, `%63`), in UTF-16, or split over adjacent literals; the tests below err on the side of reading a file.
"""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from functools import cache

from migrate_ext.graph.names import candidate_words

MARKER = b"migrate-ext:"
"""Begins every suppression."""

BASELINE_HEADER = b'{"migrate-ext-baseline": 1}'
_OWN_REPORT = re.compile(rb'\s*+\{\s*+"schema_version": ?\d++,\s*+"tool": ?\{\s*+"name": ?"migrate-ext"')
_GRAM, _SHORT_GRAM = 8, 5
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_ESCAPED = re.compile(
    rb"(?:\\+u\{?0*|\\+U0{6}|\\+x|%(?:25)*)([2-7][0-9A-Fa-f])\}?|\\([1][0-7]{2})",
)
_ESCAPE_BEGINS = (re.compile(rb"\\(?:u0|x|1|U0|u\{)"), re.compile(rb"%(?:[4-7]|25)"))
# possessive, and begun only where quotes begin: linear, whatever a hostile file holds
_SEAM = re.compile(rb"\\\r?\n[ \t]*+|(?<![\"'])[\"']++[\s\\+#(),n]*+[fFrRbBuU]{0,2}+[\"']++")
_PYTHON_LINE = re.compile(rb"#!.*\bpython[\d.]*\b")


class NotAFileError(OSError):
    """A path that is no regular file; such a path is never opened for reading."""


def read(path: str) -> bytes:
    """The content of a regular file; pipes and devices are refused before they could block."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise NotAFileError(errno.EINVAL, "not a regular file", path)
        size = status.st_size
        content = os.read(handle, size + 1)
        if len(content) == size:
            return content
        pieces = [content]
        while piece := os.read(handle, 1 << 20):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)


def is_python_script(head: bytes) -> bool:
    """Whether the first line of a file names Python as its interpreter."""
    return head.startswith(b"#!") and _PYTHON_LINE.match(head) is not None


def is_own(raw: bytes) -> bool:
    """Whether a file is a report or baseline of this tool: it names deprecated words, and must stay as it is."""
    return raw.startswith(BASELINE_HEADER) or _OWN_REPORT.match(raw) is not None


def is_candidate(raw: bytes) -> bool:
    """Whether a file must be analysed: it may hold a word of the catalogue, or a suppression."""
    if raw.startswith(_WIDE_MARKS) or 0 in raw[:4]:
        raw = raw.replace(b"\0", b"")  # the words are ASCII: enough to see them in UTF-16 and UTF-32
    if MARKER in raw:
        return True
    if any(anchor in raw for anchor in _anchors()) and _holds_word(raw):
        return True
    if any(begin.search(raw) for begin in _ESCAPE_BEGINS):
        plain = _ESCAPED.sub(_unescape, raw)
        return plain != raw and any(anchor in plain for anchor in _anchors()) and _holds_word(plain)
    return False


def _holds_word(raw: bytes) -> bool:
    if any(tail in raw for tail in _tails()):
        return True
    if not any(half in raw for half in _halves()):
        return False  # of a word that is split once, a half stays whole
    joined = _SEAM.sub(b"", raw)
    return any(tail in joined for tail in _tails())


def _unescape(match: re.Match[bytes]) -> bytes:
    hexadecimal, octal = match.groups()
    return bytes([int(hexadecimal, 16)]) if hexadecimal else bytes([int(octal, 8)])


@cache
def _tails() -> tuple[bytes, ...]:
    """The words without their first letter, which two spellings differ in."""
    return tuple(dict.fromkeys(word[1:].encode() for word in candidate_words()))


@cache
def _halves() -> tuple[bytes, ...]:
    halves = {half for tail in _tails() for half in (tail[: len(tail) // 2], tail[len(tail) // 2 :])}
    return tuple(sorted(half for half in halves if not any(other in half for other in halves - {half})))


@cache
def _anchors() -> tuple[bytes, ...]:
    """Short literals of which every word holds two that do not overlap: a split or an escape leaves one whole."""
    words = candidate_words()
    firsts = _cover(words, _GRAM)
    rests = []
    for word in words:
        gram = next(gram for gram in firsts if gram in word)
        before, _, after = word.partition(gram)
        rests.append(before if len(before) >= _SHORT_GRAM else after)
    seconds = _cover(tuple(rests), _SHORT_GRAM)
    return tuple(gram.encode() for gram in (*firsts, *seconds))


def _cover(words: tuple[str, ...], size: int) -> list[str]:
    """Few substrings of one size of which each word holds at least one, by greedy choice."""
    left = set(words)
    chosen: list[str] = []
    while left:
        shortest = min(left, key=lambda word: (len(word), word))
        grams = [shortest[at : at + size] for at in range(max(1, len(shortest) - size + 1))]
        best = max(grams, key=lambda gram: (sum(gram in word for word in left), gram))
        chosen.append(best)
        left = {word for word in left if best not in word}
    return chosen
