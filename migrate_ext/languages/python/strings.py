"""String literals: their decoded value and where each of its characters stands in the file."""

from __future__ import annotations

import re
import unicodedata

from migrate_ext.graph.tree import Text

_OPENING = re.compile(r"([A-Za-z]*)('''|\"\"\"|'|\")")
_ESCAPE = re.compile(
    r"\\(?:\r\n|[\n\r]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|N\{[^}]*\}|[0-7]{1,3}|.)|\r\n?", re.DOTALL
)
_SIMPLE = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_SIMPLE |= {char: char for char in "\\'\""} | dict.fromkeys("\r\n", "")
_BRACES = re.compile(r"\{\{|\}\}")


def literal(code: str, start: int) -> Text:
    """The text of a whole literal (prefix and quotes included) that stands at offset `start`."""
    opening = _OPENING.match(code)
    if opening is None:
        return Text("", start)
    prefix, quote = opening.groups()
    body = code[opening.end() : len(code) - len(quote)]
    return piece(body, start + opening.end(), prefix, quote)


def piece(body: str, start: int, prefix: str, quote: str, *, formatted: bool = False) -> Text:
    """The text of a part of a literal: its source `body` at offset `start`."""
    raw = "r" in prefix.lower()
    if len(quote) > 1:
        text = Text(body, start, quote="\\", raw=raw, line_end="\r\n" if "\r\n" in body else "\n")
    else:
        text = Text(body, start, quote="\\" + quote, raw=raw)
    braces = formatted and ("{{" in body or "}}" in body)
    if ("\\" not in body or raw) and "\r" not in body and not braces:
        return text
    _decode(text, braces=braces, binary="b" in prefix.lower())
    return text


def _decode(text: Text, *, braces: bool, binary: bool) -> None:
    """Replace the source of a text by its value; doubled braces are one with `braces`."""
    body, start = text.value, text.start
    chars: list[str] = []
    offsets: list[int] = []
    at = 0
    while at < len(body):
        found = None if text.raw and body[at] == "\\" else _ESCAPE.match(body, at)
        if found is None and braces:
            found = _BRACES.match(body, at)
        if found is None:
            chars.append(body[at])
            offsets.append(start + at)
            at += 1
            continue
        for char in _unescape(found.group(), binary=binary):
            chars.append(char)
            offsets.append(start + at)
        at = found.end()
    offsets.append(start + len(body))
    text.value = "".join(chars)
    text.offsets = offsets


def _unescape(escape: str, *, binary: bool) -> str:
    if escape[0] == "\r":
        return "\n"
    if escape in {"{{", "}}"}:
        return escape[0]
    head, code = escape[1], escape[2:]
    if head in _SIMPLE:
        return _SIMPLE[head]
    if head in "01234567":
        return chr(int(escape[1:], 8))
    return _coded(escape, binary=binary) if code else escape


def _coded(escape: str, *, binary: bool) -> str:
    r"""A character by its number or name: `\x…`, and `\u…`, `\U…`, `\N{…}`, which mean nothing in bytes."""
    head, code = escape[1], escape[2:]
    if binary and head != "x":
        return escape
    try:
        return unicodedata.lookup(code[1:-1]) if head == "N" else chr(int(code, 16))
    except (KeyError, ValueError, OverflowError):
        return escape
