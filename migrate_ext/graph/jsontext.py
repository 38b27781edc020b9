"""Reads JSON into the nodes of `graph.tree`, leniently and without recursion.

JSON stands in files, and as text within strings of every language, so the reader lives beside the rules. It takes
what JSONC and JSON5 allow (comments, trailing commas, single quotes, unquoted keys, NaN) wherever it reads; writing
is by spans, so none of it is ever added.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from migrate_ext.graph.tree import Member, Node, NodeKind, Text

_HOLE = r"""(?P<hole>\{\{[^{}]*\}\}|\$\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()]*\)|@\{(?:[^{}']|'[^']*')*\})|"""
_TOKENS = r"""\s*(?:%s
    (?P<string>"[^"\\\n\r]*(?:\\(?:\r\n|[\s\S])[^"\\\n\r]*)*"|'[^'\\\n\r]*(?:\\(?:\r\n|[\s\S])[^'\\\n\r]*)*')
    |(?P<mark>[{}\[\]:,])
    |(?P<comment>//[^\n\r]*|/\*[\s\S]*?\*/)
    |(?P<word>[^\s{}\[\]:,"'/]+)
    |(?P<end>\Z)
    )"""
_TOKEN = re.compile(_TOKENS % "", re.VERBOSE)
_TOKEN_OR_HOLE = re.compile(_TOKENS % _HOLE, re.VERBOSE)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\r\n|[\s\S]))")
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0", "\n": "", "\r": "", "\r\n": ""}
_NUMBER = re.compile(
    r"[+-]?(?:\d++(?:\.\d*+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|0[xX][0-9A-Fa-f]+|Infinity|NaN)\Z"
)
_RECORD_DEPTH = 4
"""Elements of arrays so far out are records; deeper ones are read with the record that holds them."""
_MARK = "\ufeff"
"""A byte order mark; anywhere but at the start it is no blank."""
_LITERALS = {"true": True, "false": False}


class ReadError(Exception):
    """The text is no JSON, not even leniently."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(slots=True)
class Reading:
    """A document that was read."""

    root: Node
    comments: list[tuple[int, int]] = field(default_factory=list)
    """Spans of its comments."""
    end: int = 0
    """Where reading stopped: the end of the text, or of the first value."""


Records = Callable[[int, Sequence[str]], int | None]
"""Takes the offset at which an element of an array begins, and the keys that lead to the array; gives the end of those
from there on that nobody needs to read again, None where it is to be read."""


def read(text: str, start: int = 0, *, whole: bool = True, records: Records | None = None) -> Reading:
    """Read the value that begins at `start`; with `whole`, nothing but blanks and comments may follow it.

    Elements of the outer arrays that `records` takes are left out. Raises `ReadError`.
    """
    return _Reader(text, start, _TOKEN, whole=whole, records=records).run()


def read_template(text: str) -> Node | None:
    """The object or array that a string carries, where placeholders may stand for values; None where it is none."""
    try:
        root = _Reader(text, 0, _TOKEN_OR_HOLE, whole=True, records=None).run().root
    except ReadError:
        return None
    return root if root.kind in (NodeKind.OBJECT, NodeKind.ARRAY) else None


def string(text: str, start: int, end: int) -> Text:
    """The decoded string whose quotes are at `start` and `end - 1`."""
    inside = text[start + 1 : end - 1]
    quote = text[start]
    if "\\" not in inside:
        return Text(inside, start + 1, None, quote + "\\")
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _ESCAPE.finditer(inside):
        plain, here = inside[at : match.start()], start + 1 + at
        char = _unescaped(match)
        pieces += (plain, char)
        offsets.extend(range(here, here + len(plain)))
        offsets.extend([start + 1 + match.start()] * len(char))
        at = match.end()
    offsets.extend(range(start + 1 + at, end))
    pieces.append(inside[at:])
    value, offsets = _pairs("".join(pieces), offsets)
    return Text(value, start + 1, offsets, quote + "\\")


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        return chr(int(code, 16))
    return _ESCAPED.get(match[3], match[3])


def _pairs(value: str, offsets: list[int]) -> tuple[str, list[int]]:
    """Join escaped surrogate pairs to the characters that they mean; a lone one stays."""
    if not any("\ud800" <= char <= "\udbff" for char in value):
        return value, offsets
    pieces: list[str] = []
    kept: list[int] = []
    at = 0
    while at < len(value):
        char = value[at]
        kept.append(offsets[at])
        if "\ud800" <= char <= "\udbff" and at + 1 < len(value) and "\udc00" <= value[at + 1] <= "\udfff":
            char = chr(0x10000 + ((ord(char) - 0xD800) << 10) + ord(value[at + 1]) - 0xDC00)
            at += 1
        pieces.append(char)
        at += 1
    kept.append(offsets[-1])
    return "".join(pieces), kept


class _Reader:
    """One pass over the tokens with a stack of its own."""

    def __init__(self, text: str, start: int, tokens: re.Pattern[str], *, whole: bool, records: Records | None) -> None:
        self.text = text
        self.tokens = tokens
        self.records = records
        self.at = start + 1 if text.startswith(_MARK, start) else start
        self.whole = whole
        self.comments: list[tuple[int, int]] = []
        self.token = (0, 0)
        self.kind = ""

    def step(self) -> None:
        """Go to the next token that is no comment."""
        while True:
            match = self.tokens.match(self.text, self.at)
            if match is None or match.lastgroup is None:
                message = "unexpected character or unterminated string"
                raise ReadError(message, self.at)
            self.kind = match.lastgroup
            self.token = match.span(self.kind)
            self.at = match.end()
            if self.kind != "comment":
                if self.kind == "mark":
                    self.kind = self.text[self.token[0]]
                return
            self.comments.append(self.token)

    def fail(self, what: str) -> ReadError:
        return ReadError(what, self.token[0])

    def scalar(self) -> Node:
        start, end = self.token
        if self.kind == "string":
            decoded = string(self.text, start, end)
            return Node(NodeKind.STRING, start, end, decoded.value, decoded)
        if self.kind == "hole":
            return Node(NodeKind.OPAQUE, start, end)
        if self.kind != "word":
            raise self.fail("a value is missing")
        word = self.text[start:end]
        if word == "null":
            return Node(NodeKind.NULL, start, end)
        if word in _LITERALS:
            return Node(NodeKind.LITERAL, start, end, _LITERALS[word])
        if _NUMBER.match(word) is None:
            message = f"not a value: {word[:20]}"
            raise self.fail(message)
        return Node(NodeKind.NUMBER, start, end, _number(word))

    def run(self) -> Reading:
        self.step()
        root = self.nested() if self.kind in "{[" else self.scalar()
        end = self.token[1]
        if self.whole:
            self.step()
            if self.kind != "end":
                raise self.fail("text after the end of the document")
        return Reading(root, self.comments, end)

    def opened(self) -> Node:
        kind = NodeKind.OBJECT if self.kind == "{" else NodeKind.ARRAY
        return Node(kind, self.token[0], 0)

    def nested(self) -> Node:
        """An object or array with all that is in it; ends on its closing bracket."""
        root = self.opened()
        stack: list[tuple[Node, Member | None]] = []
        node = root
        fresh = True
        while True:
            self.step()
            closer = "}" if node.kind is NodeKind.OBJECT else "]"
            if not fresh:
                self.separator(closer)
            if self.kind == closer:
                node.end = self.token[1]
                if not stack:
                    return root
                node, member = stack.pop()
                if member is not None:
                    member.end = self.token[1]
                fresh = False
                continue
            if self.records is not None and len(stack) < _RECORD_DEPTH and self.passed(node, stack, self.records):
                fresh = False
                continue
            member = self.key(node) if node.kind is NodeKind.OBJECT else None
            if self.kind in "{[":
                child = self.opened()
                stack.append((node, member))
            else:
                child = self.scalar()
            if member is not None:
                member.value = child
                member.end = self.token[1]
            else:
                node.items.append(child)
            fresh = self.kind in "{["
            if fresh:
                node = child

    def passed(self, node: Node, above: Sequence[tuple[Node, Member | None]], records: Records) -> bool:
        """Whether the element that begins here is a record that nobody needs to read."""
        if self.kind != "{" or node.kind is not NodeKind.ARRAY:
            return False
        end = records(self.token[0], [member.key for _, member in above if member is not None])
        if end is None:
            return False
        self.token, self.at = (end - 1, end), end
        return True

    def separator(self, closer: str) -> None:
        """Step over the comma that stands before all members but the first."""
        if self.kind == ",":
            self.step()
        elif self.kind != closer:
            raise self.fail("a comma or closing bracket is missing")

    def key(self, node: Node) -> Member:
        start, end = self.token
        if self.kind == "string":
            decoded = string(self.text, start, end)
        elif self.kind == "word":
            decoded = _bare_key(self.text, start, end)
        else:
            raise self.fail("a key is missing")
        self.step()
        if self.kind != ":":
            raise self.fail("a colon is missing")
        self.step()
        member = Member(decoded.value, start, end, decoded, node)
        node.members.append(member)
        return member


def _bare_key(text: str, start: int, end: int) -> Text:
    word = text[start:end]
    if "\\" not in word:
        return Text(word, start)
    quoted = string('"' + word + '"', 0, len(word) + 2)
    offsets: Sequence[int] = [start - 1 + offset for offset in quoted.offsets or ()]
    return Text(quoted.value, start, offsets)


def scalar(word: str) -> bool | float | None:
    """The value of a word that stands without quotes."""
    return _LITERALS.get(word) if word in _LITERALS or word == "null" else _number(word)


def _number(word: str) -> int | float:
    try:
        return int(word, 0) if word.lstrip("+-").lower().startswith("0x") else int(word)
    except ValueError:
        return float(word.replace("Infinity", "inf"))
