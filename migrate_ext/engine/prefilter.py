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
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.graph.names import candidate_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MARKER = b"migrate-ext:"
"""Begins every suppression."""

BASELINE_HEADER = b'{"migrate-ext-baseline": 1}'
_OWN_REPORT = re.compile(rb'\s*+\{\s*+"schema_version": ?\d++,\s*+"tool": ?\{\s*+"name": ?"migrate-ext"')
_GRAM, _SHORT_GRAM = 8, 5
_WINDOW = 500
"""So many bytes after a seam are joined at most to see how a word goes on."""
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_LETTER = rb"([4-7][0-9A-Fa-f])"
# each begins with a literal, for such a pattern is searched many times faster than an alternation
_ESCAPES = (
    re.compile(rb"\\(?<!\\\\)\\*+(?:(?:u\{?0*+|U0{6}|x)" + _LETTER + rb"\}?|(1[0-7]{2}))"),
    re.compile(rb"%(?:25)*" + _LETTER + rb"()"),
)
# possessive, and begun only where quotes begin: linear, whatever a hostile file holds
_SEAM_TEXT = rb"(?:\\\r?\n[ \t]*+|(?<![\"'])[\"']++[\s\\+#(),n]*+[fFrRbBuU]{0,2}+[\"']++)"
_SEAM = re.compile(_SEAM_TEXT)
_PYTHON_LINE = re.compile(rb"#!.*\bpython[\d.]*\b")


MOST_BYTES = 128 << 20
"""A larger file is not analysed: it would not fit into memory."""
MOST_BYTES_OF_PYTHON = 4 << 20
"""A larger Python file is not analysed: its tree takes several hundred bytes for each one of the text."""
_MOST_SEARCHED = 1 << 30
_PIECE, _OVERLAP = 16 << 20, 4096


class NotAFileError(OSError):
    """A path that is no regular file; such a path is never opened."""


class TooLargeError(OSError):
    """A file that is too large to be analysed."""


def read(path: str, most: int = MOST_BYTES) -> bytes:
    """The content of a regular file of at most so many bytes; pipes and devices are refused before they could block."""
    handle, size = _open(path)
    try:
        if size > most:
            raise too_large(path, most)
        content = os.read(handle, size + 1)
        if len(content) == size:
            return content
        pieces = [content]
        size = len(content)
        while piece := os.read(handle, 1 << 20):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise too_large(path, most)
        return b"".join(pieces)
    finally:
        os.close(handle)


def _open(path: str) -> tuple[int, int]:
    """A handle on a regular file, and its size."""
    if not stat.S_ISREG(os.stat(path).st_mode):  # to open a device may do something already
        raise NotAFileError(errno.EINVAL, "not a regular file", path)
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):  # put there since
        os.close(handle)
        raise NotAFileError(errno.EINVAL, "not a regular file", path)
    return handle, status.st_size


def too_large(path: str, most: int) -> TooLargeError:
    """What is raised for a file that is larger than so many bytes."""
    return TooLargeError(errno.EFBIG, f"larger than {most >> 20} MiB", path)


def begins(path: str, size: int) -> bytes:
    """The first bytes of a regular file."""
    handle, _ = _open(path)
    try:
        return os.read(handle, size)
    finally:
        os.close(handle)


def may_hold_word(path: str) -> bool:
    """Whether a file that is too large to be read at once is a candidate; of one that is larger still nobody knows."""
    handle, size = _open(path)
    try:
        if size > _MOST_SEARCHED:
            return True
        wide = tail = b""
        left = _MOST_SEARCHED
        while left > 0 and (piece := os.read(handle, _PIECE)):
            wide = wide or piece[:4]
            piece = tail + piece
            if is_candidate(piece.replace(b"\0", b"") if _is_wide(wide) else piece):
                return True
            tail = piece[-_OVERLAP:]
            left -= _PIECE
        return False
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
    if _is_wide(raw):
        raw = raw.replace(b"\0", b"")  # the words are ASCII: enough to see them in UTF-16 and UTF-32
    if MARKER in raw:
        return True
    if _holds_word(raw):
        return True
    plain = raw
    for escape in _ESCAPES:
        if escape.search(plain):
            plain = escape.sub(_unescape, plain)
    return plain is not raw and _holds_word(plain)


def _is_wide(raw: bytes) -> bool:
    """Whether a file begins as UTF-16 and UTF-32 do."""
    return raw.startswith(_WIDE_MARKS) or 0 in raw[:4]


def _holds_word(raw: bytes) -> bool:
    """Whether a word is there as a whole, or split over adjacent literals such that a lead or a second half is."""
    words = _words()
    for lead in words.leads:
        for match in lead.pattern.finditer(raw):
            start = match.start()
            if raw.startswith(lead.rests, start):
                return True
            if match[1] is not None and (match[1] + match[2]) in lead.beginnings:
                joined = _SEAM.sub(b"", raw[start : match.end(2) + _WINDOW])
                if joined.startswith(lead.rests):
                    return True
    if any(trail in raw for trail in words.trails) and any(half in raw for half in words.second_halves):
        joined = _SEAM.sub(b"", raw)
        return any(rest in joined for lead in words.leads for rest in lead.rests)
    return False


def _unescape(match: re.Match[bytes]) -> bytes:
    hexadecimal, octal = match.groups()
    return bytes([int(hexadecimal, 16)]) if hexadecimal else bytes([int(octal, 8)])


class _Lead(NamedTuple):
    """A literal near the beginning of some words."""

    pattern: re.Pattern[bytes]
    """Finds it where a name goes on from it to a trail, or to a seam: up to there, and the first byte behind."""
    rests: tuple[bytes, ...]
    """The words from this literal on."""
    beginnings: frozenset[bytes]
    """How a rest may go on behind the lead, up to any length."""


class _Words(NamedTuple):
    """Of each word two literals that do not overlap, lead before trail: one split or escape leaves one whole."""

    leads: tuple[_Lead, ...]
    trails: tuple[bytes, ...]
    second_halves: tuple[bytes, ...]


@cache
def _words() -> _Words:
    words = candidate_words()
    gram_of = _cover({word: word for word in words}, _GRAM)
    rest_of = {}
    for word, gram in gram_of.items():
        before, _, after = word.partition(gram)
        rest_of[word] = before if len(before) >= _SHORT_GRAM else after
    other_of = _cover(rest_of, _SHORT_GRAM)
    pairs = {word: sorted((gram_of[word], other_of[word]), key=word.index) for word in words}
    own: dict[str, list[str]] = defaultdict(list)
    for word, (lead, _) in pairs.items():
        own[lead].append(word)
    halves = {word[(len(word) + 1) // 2 :].encode() for word in words}
    return _Words(
        tuple(_lead(lead, {pairs[word][1] for word in held}, held) for lead, held in own.items()),
        tuple(dict.fromkeys(trail.encode() for _, trail in pairs.values())),
        tuple(sorted(half for half in halves if not any(other in half for other in halves - {half}))),
    )


def _lead(lead: str, trails: set[str], words: Iterable[str]) -> _Lead:
    rests = {word[word.index(lead) :].encode() for word in words}
    trail = "|".join(sorted(trails)).encode()
    most = b"{0,%d}" % max(map(len, rests))  # no name is longer: what is, is not followed from each lead in it
    ahead = rb"(?=(\w" + most + rb"+)" + _SEAM_TEXT + rb"(\w)|\w" + most + rb"?(?:" + trail + rb"))"
    pattern = re.compile(lead.encode() + ahead)
    beginnings = {rest[len(lead) : end] for rest in rests for end in range(len(lead), len(rest) + 1)}
    return _Lead(pattern, tuple(sorted(rests)), frozenset(beginnings))


def _cover(texts: Mapping[str, str], size: int) -> dict[str, str]:
    """For each key a substring of its text of one size; few different ones, by greedy choice."""
    left = dict(texts)
    chosen: dict[str, str] = {}
    while left:
        shortest = min(left.values(), key=lambda text: (len(text), text))
        grams = [shortest[at : at + size] for at in range(max(1, len(shortest) - size + 1))]
        best = max(grams, key=lambda gram: (sum(gram in text for text in left.values()), gram))
        chosen.update(dict.fromkeys((key for key, text in left.items() if best in text), best))
        left = {key: text for key, text in left.items() if best not in text}
    return chosen
