"""The expressions of Logic Apps and Power Automate, read into small trees; positions are offsets into the string."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"\s*(?:(?P<string>'(?:[^']|'')*')|(?P<word>[A-Za-z_][\w$-]*)|(?P<number>-?\d+(?:\.\d+)?)|(?P<mark>\?\.|[()\[\],.?]))"
)
_MAX_DEPTH = 60


@dataclass(frozen=True, slots=True)
class Literal:
    """A string or number; for a string, the span lies within its quotes."""

    value: str
    start: int
    end: int
    number: bool = False


@dataclass(frozen=True, slots=True)
class Invocation:
    """The call of a function."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Access:
    """`target['key']`, `target?['key']`, `target.key`."""

    target: Expression
    key: Expression


@dataclass(frozen=True, slots=True)
class Unknown:
    """Anything else."""

    parts: tuple[Expression, ...] = ()


Expression = Literal | Invocation | Access | Unknown


def expressions(value: str) -> Iterator[tuple[Expression, bool]]:
    """The expressions in a string, and whether the string is nothing but that one."""
    for start, end, expression in pieces(value):
        if expression is not None:
            yield expression, start == 0 and end == len(value)


def pieces(value: str) -> Iterator[tuple[int, int, Expression | None]]:
    """The spans of a string: an expression with its marks, or the text between two of them."""
    if value.startswith("@") and not value.startswith(("@@", "@{")):
        yield 0, len(value), parse(value, 1)
        return
    last = at = 0
    while (at := value.find("@{", at)) >= 0:
        if at > 0 and value[at - 1] == "@":
            at += 2
            continue
        end = _closing(value, at + 2)
        found = parse(value[:end], at + 2)
        if found is not None:
            if at > last:
                yield last, at, None
            last = min(end + 1, len(value))
            yield at, last, found
        at = max(end, at + 2)
    if last < len(value):
        yield last, len(value), None


def _closing(value: str, at: int) -> int:
    quoted = False
    while at < len(value):
        if value[at] == "'":
            quoted = not quoted
        elif value[at] == "}" and not quoted:
            return at
        at += 1
    return len(value)


def parse(text: str, start: int) -> Expression | None:
    """The expression that begins at an offset and ends with the text; None where it is none."""
    parser = _Parser(text, start)
    try:
        found = parser.expression(0)
    except _SyntaxError:
        return None
    return found if not text[parser.at :].strip() else None


class _SyntaxError(Exception):
    """The text is no expression."""


@dataclass(slots=True)
class _Parser:
    text: str
    at: int
    peeked: re.Match[str] | None = field(default=None)

    def peek(self) -> tuple[str, str]:
        match = _TOKEN.match(self.text, self.at)
        if match is None or match.lastgroup is None:
            return "", ""
        self.peeked = match
        return match.lastgroup, match[match.lastgroup]

    def step(self) -> re.Match[str]:
        self.peek()
        match = self.peeked
        if match is None or match.start() != self.at:
            raise _SyntaxError
        self.at = match.end()
        return match

    def expect(self, mark: str) -> None:
        if self.peek()[1] != mark:
            raise _SyntaxError
        self.step()

    def expression(self, depth: int) -> Expression:
        if depth > _MAX_DEPTH:
            raise _SyntaxError
        found = self.primary(depth)
        while True:
            _, mark = self.peek()
            if mark == "?":
                self.step()
            elif mark in (".", "?."):
                self.step()
                found = Access(found, self.name())
            elif mark == "[":
                self.step()
                key = self.expression(depth + 1)
                self.expect("]")
                found = Access(found, key)
            else:
                return found

    def name(self) -> Literal:
        if self.peek()[0] != "word":
            raise _SyntaxError
        match = self.step()
        return Literal(match["word"], match.start("word"), match.end("word"))

    def primary(self, depth: int) -> Expression:
        kind, _ = self.peek()
        if kind == "string":
            match = self.step()
            start, end = match.span("string")
            return Literal(match["string"][1:-1].replace("''", "'"), start + 1, end - 1)
        if kind == "number":
            match = self.step()
            return Literal(match["number"], *match.span("number"), number=True)
        if kind != "word":
            raise _SyntaxError
        name = self.step()["word"]
        if self.peek()[1] != "(":
            return Unknown()
        self.step()
        arguments: list[Expression] = []
        while self.peek()[1] != ")":
            if arguments:
                self.expect(",")
            arguments.append(self.expression(depth + 1))
        self.expect(")")
        return Invocation(name, tuple(arguments))
