"""The parts of a request file, as VS Code's REST Client and JetBrains' IDEs write them.

Requests stand between lines that begin with `###`. Before a request line come comments, variables and scripts; after
it come lines that continue its URL, headers, a blank line, the body, and what is to be done with the answer.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.graph.tree import Node, NodeKind, Text
from migrate_ext.languages.documents.calls import METHODS

if TYPE_CHECKING:
    from migrate_ext.graph.removal import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_SEPARATOR = re.compile(r"[ \t]*###")
_COMMENT = re.compile(r"[ \t]*(#|//)")
_NAME = re.compile(r"[ \t]*(?:#|//)[ \t]*@name[ \t=]+([\w-]+)")
_VARIABLE = re.compile(r"[ \t]*+@([\w.-]++)[ \t]*+=[ \t]*+((?=\S)(?:[ \t]*+[^ \t\n]++)+)?[ \t]*+\Z")
_ASIDE = re.compile(r"[ \t]*(?:>>?!?(?=[ \t]|\{%)|<>(?=[ \t])|<(?:@\w*)?(?=[ \t]|\{%))")
_ADDRESS = r"((?=\S)[^ \t\n]++(?:[ \t]++(?!HTTP/[\d.]++[ \t]*+\Z)[^ \t\n]++)*)(?:[ \t]++HTTP/[\d.]++)?[ \t]*+\Z"
"""What stands in the way of the version of HTTP or of the line's end."""
_REQUEST = re.compile(
    rf"[ \t]*+(?:({'|'.join(sorted(METHODS))}|TRACE|CONNECT)[ \t]+(?=\S)|(?=(?:https?:/)?/|\{{\{{))" + _ADDRESS,
    re.IGNORECASE,
)
_ANSWER = re.compile(r"[ \t]*HTTP/[\d.]+[ \t]+\d{3}")
_CONTINUED = re.compile(r"(?:[ \t]*+(?=[?&])|[ \t]++(?=/))" + _ADDRESS)
_SCRIPT_END = "%}"
OPENING = ("{", "[")
"""Begin a body that is meant as JSON."""


class _At(enum.Enum):
    HEAD = "before the request line"
    HEADERS = "before the blank line"
    BODY = "in the body"
    ASIDE = "after the body"
    PROSE = "no request"


@dataclass(slots=True)
class Request:
    """What stands between two separators."""

    start: int
    end: int = 0
    name: str = ""
    """By which other requests refer to its answer."""
    method: str = ""
    answer: bool = False
    """It is no request but a saved answer."""
    url: list[Span] = field(default_factory=list)
    """The pieces of its URL, one a line."""
    body: list[Span] = field(default_factory=list)
    """The lines of its body, comments aside."""
    aside: list[Span] = field(default_factory=list)
    """Lines that are neither: headers, scripts, names of files, prose."""
    comments: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class RequestFile:
    """A request file in its parts."""

    requests: list[Request] = field(default_factory=list)
    variables: dict[str, Node] = field(default_factory=dict)
    """Strings, by name; they hold for the whole file."""


def read(text: str) -> RequestFile:
    """Tell the parts of a request file apart."""
    return _Reader(text).run()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.file = RequestFile([Request(0)])
        self.at = _At.HEAD
        self.script = False

    @property
    def request(self) -> Request:
        return self.file.requests[-1]

    def run(self) -> RequestFile:
        for match in _LINE.finditer(self.text):
            start, end = match.span(1)
            if _SEPARATOR.match(match[1]) is not None:
                self.request.end = start
                self.file.requests.append(Request(start))
                self.request.aside.append((start, end))
                self.at, self.script = _At.HEAD, False
            elif self.script or _ASIDE.match(match[1]) is not None:
                self.aside(match[1], (start, end))
            else:
                self.line(match[1], start, end)
        self.request.end = len(self.text)
        return self.file

    def aside(self, line: str, span: Span) -> None:
        """A script, or the name of a file that is sent or written."""
        self.request.aside.append(span)
        self.script = (self.script or "{%" in line) and _SCRIPT_END not in line
        if self.at is _At.BODY and self.request.body:
            self.at = _At.ASIDE

    def line(self, line: str, start: int, end: int) -> None:
        request = self.request
        if _COMMENT.match(line) is not None and self.at is not _At.PROSE:
            request.comments.append((start + len(line) - len(line.lstrip(" \t")), end))
            name = _NAME.match(line)
            request.name = name[1] if name is not None else request.name
        elif self.at is _At.HEAD:
            self.head(line, start, end)
        elif self.at is _At.HEADERS:
            self.header(line, start, end)
        elif self.at is _At.BODY:
            if line.strip() or request.body:
                request.body.append((start, end))
        else:
            request.aside.append((start, end))

    def head(self, line: str, start: int, end: int) -> None:
        request = self.request
        variable, asked = _VARIABLE.match(line), _REQUEST.match(line)
        if not line.strip():
            return
        if variable is not None:
            if variable[2]:
                first, last = (start + at for at in variable.span(2))
                node = Node(NodeKind.STRING, first, last, variable[2], Text(variable[2], first))
                self.file.variables[variable[1]] = node
        elif _ANSWER.match(line) is not None:
            request.answer, self.at = True, _At.HEADERS
        elif asked is not None:
            request.method = (asked[1] or "GET").upper()
            request.url.append((start + asked.start(2), start + asked.end(2)))
            self.at = _At.HEADERS
        else:
            request.aside.append((start, end))
            self.at = _At.PROSE

    def header(self, line: str, start: int, end: int) -> None:
        request = self.request
        more = _CONTINUED.match(line) if request.url else None
        if not line.strip():
            self.at = _At.BODY
        elif more is not None:
            request.url.append((start + more.start(1), start + more.end(1)))
        else:
            request.aside.append((start, end))


def body_text(text: str, request: Request) -> Text | None:
    """The body of a request, as long as in the file: with blanks for comments."""
    lines = request.body
    while lines and not text[slice(*lines[-1])].strip():
        lines = lines[:-1]
    if not lines:
        return None
    pieces: list[str] = []
    at = lines[0][0]
    for start, end in lines:
        gap = text[at:start]
        pieces += (re.sub(r"[^\r\n]", " ", gap), text[start:end])
        at = end
    return Text("".join(pieces), lines[0][0])
