"""Reads one YAML document into the nodes of `graph.tree`, from PyYAML's events and without recursion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import yaml

from migrate_ext.graph.tree import Member, Node, NodeKind, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS: frozenset[str] = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\Z")
_HEADER = re.compile(r"[|>]([0-9]?)[-+]?([0-9]?)[^\r\n]*(?:\r\n|\r|\n)?")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\r\n|.))", re.DOTALL)
_ESCAPED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_FOLD = re.compile(r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*")


class YamlError(Exception):
    """The text is no YAML document."""


@dataclass(slots=True)
class Document:
    """A document that was read."""

    root: Node | None
    scalars: list[tuple[int, int]] = field(default_factory=list)
    """Spans of the scalars, in which a `#` begins no comment."""


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    node: Node
    key: Node | None = None


def read(text: str, start: int, end: int) -> Document:
    """Read the document that lies between two offsets; raises `YamlError`."""
    builder = _Builder(text, start)
    try:
        for event in yaml.parse(text[start:end], Loader=_LOADER):
            builder.take(event)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise YamlError(str(error)) from error
    return Document(builder.root, builder.scalars)


class _Builder:
    """Puts nodes together, event by event."""

    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.base = base
        self.root: Node | None = None
        self.scalars: list[tuple[int, int]] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, Node] = {}
        self.aliases: dict[int, Node] = {}

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            node = self.scalar(event)
            self.anchor(event, node)
            self.place(node, node.start, node.end)
        elif isinstance(event, yaml.CollectionStartEvent):
            mapping = isinstance(event, yaml.MappingStartEvent)
            kind = NodeKind.OBJECT if mapping else NodeKind.ARRAY
            begin, end = self.span(event)
            node = Node(kind, begin, end, value=bool(event.flow_style))
            self.anchor(event, node)
            self.stack.append(_Open(node))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.close(event)
        elif isinstance(event, yaml.AliasEvent):
            begin, end = self.span(event)
            known = self.anchors.get(event.anchor or "")
            self.place(self.alias(known) if known is not None else Node(NodeKind.OPAQUE, begin, end), begin, end)

    def alias(self, node: Node) -> Node:
        """The value of an anchor as its aliases have it: the same text, but nothing depends on it there."""
        node.shared = True
        copy = self.aliases.get(id(node))
        if copy is None:
            copy = self.aliases[id(node)] = replace(node, shared=False)
        return copy

    def anchor(self, event: yaml.NodeEvent, node: Node) -> None:
        if event.anchor:
            self.anchors[event.anchor] = node

    def span(self, event: yaml.Event) -> tuple[int, int]:
        first, last = event.start_mark, event.end_mark
        if first is None or last is None:  # parsing gives both
            return self.base, self.base
        return self.base + first.index, self.base + last.index

    def close(self, event: yaml.Event) -> None:
        done = self.stack.pop().node
        begin, end = self.span(event)
        if done.value:
            done.end = end
        else:
            done.end = max([member.end for member in done.members] + [end for _, end in done.outer], default=begin)
            first = [member.start for member in done.members]
            if done.kind is NodeKind.OBJECT and first:
                done.start = min(first)
        self.place(done, done.start, done.end)

    def place(self, node: Node, start: int, end: int) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if top.node.kind is NodeKind.ARRAY:
            top.node.items.append(node)
            top.node.outer.append((start, end))
        elif top.key is None:
            top.key = replace(node, start=start, end=end)
        else:
            key, top.key = top.key, None
            name = key.value if isinstance(key.value, str) and key.kind not in (NodeKind.OBJECT, NodeKind.ARRAY) else ""
            if key.text is not None:
                name = key.text.value
            top.node.members.append(Member(name, key.start, max(end, key.end), key.text, node))

    def scalar(self, event: yaml.ScalarEvent) -> Node:
        start, end = self.span(event)
        style = event.style
        self.scalars.append((start, end))
        # the tag and the anchor stand before the value and belong to the event
        begin = self.value_start(start, end, style)
        text = self.decoded(event.value, begin, end, style)
        if style in ("|", ">"):
            end = self.content_end(begin, end)
        if style is None or style == "":
            if event.value in _NULLS:
                return Node(NodeKind.NULL, start, end, None, text)
            if event.value in _BOOLEANS:
                return Node(NodeKind.LITERAL, start, end, _BOOLEANS[event.value], text)
            if _NUMBER.match(event.value):
                number = float(event.value) if not event.value.lstrip("+-").isdigit() else int(event.value)
                return Node(NodeKind.NUMBER, begin, end, number, text)
        return Node(NodeKind.STRING, start, end, event.value, text)

    def value_start(self, start: int, end: int, style: str | None) -> int:
        """Where the value itself begins, after anchor and tag."""
        at = start
        while at < end and self.text[at] in "&!":
            while at < end and not self.text[at].isspace():
                at += 1
            while at < end and self.text[at].isspace():
                at += 1
        if style in ("|", ">", "'", '"'):
            found = self.text.find(style, at, end)
            return found if found >= 0 else at
        return at

    def content_end(self, start: int, end: int) -> int:
        """The end of a block scalar without the line ends after it."""
        while end > start and self.text[end - 1] in "\r\n \t":
            end -= 1
        return end

    def decoded(self, value: str, start: int, end: int, style: str | None) -> Text | None:
        """Where the characters of a value stand; None where that cannot be told."""
        raw = self.text[start:end]
        if style in ("|", ">"):
            return _block(raw, value, start, folded=style == ">")
        if style == "'":
            return _checked(value, _quoted_single(raw), start)
        if style == '"':
            return _checked(value, _quoted_double(raw), start, quote='"\\')
        if raw == value:
            return Text(value, start, raw=True)
        return _checked(value, _folded(raw, 0, len(raw)), start)


Pieces = list[tuple[str, int]]
"""Decoded characters with the offset of each in the raw text; the end comes last, with an empty character."""


def _checked(value: str, pieces: Pieces, start: int, quote: str = "") -> Text | None:
    if "".join(char for char, _ in pieces) != value:
        return None
    offsets = [start + at for _, at in pieces]
    return Text(value, offsets[0], offsets, quote, raw=not quote)


def _folded(raw: str, begin: int, end: int) -> Pieces:
    """Plain text: a single line end is a blank, of several one less stays."""
    pieces: Pieces = []
    at = begin
    while at < end:
        fold = _FOLD.match(raw, at, end)
        if fold is None:
            pieces.append((raw[at], at))
            at += 1
            continue
        pieces += _line_ends(fold[0], at)
        at = fold.end()
    pieces.append(("", end))
    return pieces


def _line_ends(fold: str, at: int) -> Pieces:
    count = len(re.findall(r"\r\n|\r|\n", fold))
    return [(" ", at)] if count == 1 else [("\n", at)] * (count - 1)


def _quoted_single(raw: str) -> Pieces:
    pieces: Pieces = []
    at, end = 1, len(raw) - 1
    while at < end:
        if raw.startswith("''", at):
            pieces.append(("'", at))
            at += 2
            continue
        fold = _FOLD.match(raw, at, end)
        if fold is not None:
            pieces += _line_ends(fold[0], at)
            at = fold.end()
            continue
        pieces.append((raw[at], at))
        at += 1
    pieces.append(("", end))
    return pieces


def _quoted_double(raw: str) -> Pieces:
    pieces: Pieces = []
    at, end = 1, len(raw) - 1
    while at < end:
        escape = _ESCAPE.match(raw, at, end)
        if escape is not None:
            code = escape[1] or escape[2] or escape[3]
            if code:
                pieces.append((chr(int(code, 16)), at))
            elif escape[4] not in ("\n", "\r", "\r\n"):
                pieces.append((_ESCAPED.get(escape[4], escape[4]), at))
            at = escape.end()
            if not code and escape[4] in ("\n", "\r", "\r\n"):
                while at < end and raw[at] in " \t":
                    at += 1
            continue
        fold = _FOLD.match(raw, at, end)
        if fold is not None:
            pieces += _line_ends(fold[0], at)
            at = fold.end()
            continue
        pieces.append((raw[at], at))
        at += 1
    pieces.append(("", end))
    return pieces


def _lines(raw: str, at: int) -> Iterator[tuple[int, str, str]]:
    while at < len(raw):
        match = _LINE.match(raw, at)
        if match is None or match.end() == at:
            return
        yield at, match[1], match[2]
        at = match.end()


def _block(raw: str, value: str, start: int, *, folded: bool) -> Text | None:
    """A literal or folded scalar: the indentation goes, and folded lines are joined."""
    header = _HEADER.match(raw)
    if header is None:
        return None
    lines = list(_lines(raw, header.end()))
    indents = [len(line) - len(line.lstrip(" ")) for _, line, _ in lines if line.strip()]
    if not indents:
        return Text(value, start + header.end(), [start + header.end()] * (len(value) + 1), raw=True)
    # the first line with text sets the indentation; a digit in the header is relative to a parent that is not known
    # here, so the value's own first line tells it
    indent = indents[0]
    first = next((line for line in value.split("\n") if line.strip()), "")
    indent -= len(first) - len(first.lstrip(" "))
    offsets: list[int] = []
    at = 0
    for position, line, ending in lines:
        content = line[indent:]
        begin = position + min(indent, len(line))
        if value.startswith(content, at):
            offsets += range(start + begin, start + begin + len(content))
            at += len(content)
        else:
            return None
        if at < len(value) and ending and value[at] in "\n ":
            if folded and value[at] == "\n" and not _keeps(content, lines, position):
                continue
            offsets.append(start + position + len(line))
            at += 1
    if at != len(value):
        return None
    offsets.append(start + (lines[-1][0] + len(lines[-1][1]) if not value.endswith("\n") else len(raw)))
    return Text(value, offsets[0], offsets, raw=True, indent=" " * indent)


def _keeps(content: str, lines: Sequence[tuple[int, str, str]], position: int) -> bool:
    """Whether the line end after this folded line stays one: a blank line follows whose end is the one that counts."""
    following = next((line for begin, line, _ in lines if begin > position), None)
    return not (following is not None and not following.strip() and content.strip() and not content.startswith(" "))
