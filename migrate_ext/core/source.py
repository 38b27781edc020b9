"""Bytes to text and back: nothing that is not edited may change by a byte."""

from __future__ import annotations

import bisect
import codecs
import io
import re
import tokenize
from dataclasses import dataclass, field

_WIDEST = 4
"""Bytes of the widest code unit."""
_LINE_END = re.compile("\r\n|\r|\n")
_FIRST_LINES = re.compile(rb"([^\r\n]*)(?:\r\n|\r|\n)?([^\r\n]*)")
_LINE_FEED = re.compile("\n")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class DecodeError(Exception):
    """The bytes of a file are not text in the encoding that the file claims."""


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of one file together with what is needed to write it back."""

    path: str
    text: str
    encoding: str
    mark: bytes = b""
    """The byte order mark, kept aside from `text`."""
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def encode(self, text: str) -> bytes:
        """The bytes of `text` in this file's encoding, with its byte order mark.

        Raises `UnicodeEncodeError` where the encoding cannot express the text.
        """
        return self.mark + text.encode(self.encoding)

    @property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; a line ends after LF, CRLF or CR."""
        if not self._starts:
            self._starts.append(0)
            ends = _LINE_END if "\r" in self.text else _LINE_FEED  # the one of a single letter is found at once
            self._starts.extend([match.end() for match in ends.finditer(self.text)])
        return self._starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1, columns in code points) of an offset."""
        starts = self.line_starts
        line = bisect.bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column (both from 1)."""
        return self.line_starts[line - 1] + column - 1

    def line_span(self, number: int) -> tuple[int, int]:
        """Where a line (from 1) begins and ends, its line end aside; an empty span past the last line."""
        starts = self.line_starts
        if number > len(starts):
            return len(self.text), len(self.text)
        start = starts[number - 1]
        end = starts[number] if number < len(starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line end; empty past the last one."""
        start, end = self.line_span(number)
        return self.text[start:end]


def decode(path: str, raw: bytes, *, python: bool = False) -> Source:
    """Decode a file: by its byte order mark, by PEP 263 for Python, else as UTF-8 (JSON also as UTF-16 and UTF-32).

    Raises `DecodeError` with the reason where the bytes are no text of that encoding or would not come back the same.
    """
    encoding, mark = _detect(raw, python=python)
    body = raw[len(mark) :]
    try:
        text = body.decode(encoding)
        same = encoding == "utf-8" or text.encode(encoding) == body  # of UTF-8 there is one way to write a text
    except (ValueError, LookupError) as error:  # Python knows encodings too that are none of text
        message = f"not valid {encoding}: {getattr(error, 'reason', error)}"
        raise DecodeError(message) from error
    if not same:
        message = f"not written as {encoding} would write it"
        raise DecodeError(message)
    return Source(path, text, encoding, mark)


def _two_lines(raw: bytes) -> bytes:
    """The first two lines, with an LF at the end of each: `tokenize` knows no lone CR."""
    found = _FIRST_LINES.match(raw)
    return b"\n".join(found.groups()) if found is not None else raw


def _detect(raw: bytes, *, python: bool) -> tuple[str, bytes]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            if python and encoding == "utf-8":
                break  # the coding line must agree with the mark: let tokenize check it
            return encoding, mark
    if python:
        try:
            encoding = tokenize.detect_encoding(io.BytesIO(_two_lines(raw)).readline)[0]
            codecs.lookup(encoding)
        except (SyntaxError, LookupError, UnicodeError) as error:
            raise DecodeError(str(error)) from error
        if encoding == "utf-8-sig":
            return "utf-8", codecs.BOM_UTF8
        return encoding, b""
    # RFC 4627, 3: JSON begins with two ASCII characters, so the pattern of zero bytes tells the encoding
    head = raw[:_WIDEST]
    if len(head) == _WIDEST and 0 in head:
        pattern = tuple(byte != 0 for byte in head)
        wide = {
            (False, False, False, True): "utf-32-be",
            (False, True, False, True): "utf-16-be",
            (True, False, False, False): "utf-32-le",
            (True, False, True, False): "utf-16-le",
        }
        if pattern in wide:
            return wide[pattern], b""
    return "utf-8", b""
