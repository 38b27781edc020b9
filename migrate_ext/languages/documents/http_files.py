"""HTTP request files: each request is one scope, with the variables that it uses.

A URL cannot be told from a comment at its end, so a suppression on a line of its own covers the request in which it
stands; one after a member of the body covers its line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migrate_ext.core.suppressions import MARKER
from migrate_ext.graph import jsontext, odata, removal, shapes
from migrate_ext.graph.objects import Dialect
from migrate_ext.graph.shapes import Found
from migrate_ext.graph.tree import Member, Node, NodeKind, Text
from migrate_ext.languages.documents import http_syntax
from migrate_ext.languages.documents.calls import Call, CallReader, composed, filled
from migrate_ext.languages.documents.collect import Collector
from migrate_ext.languages.documents.json_files import is_candidate
from migrate_ext.languages.documents.payload import analyse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migrate_ext.core.model import Facts
    from migrate_ext.core.source import Source
    from migrate_ext.graph.composite import Composite
    from migrate_ext.languages.documents.http_syntax import Request

DIALECT = Dialect(removal.SLASHES, pascal=True)
_TRAILING = re.compile(rf"(?<=[ \t,{{}}\[\]])//[ \t]*{MARKER}[^\r\n]*")
_VARIABLE = re.compile(r"\{\{\s*+([\w.-]+)\s*+\}\}")
_ANSWERED = re.compile(r"\{\{\s*+([\w-]+)\.(?:request|response)\.body\.((?:[^\S\r\n]*+[^{}\s]++)+)\s*+\}\}")
"""A value that is taken from what a named request sent or got."""


def extract(source: Source) -> Facts:
    """The facts of a request file."""
    found = Collector(source, "text")
    text = source.text
    if not is_candidate(text) and MARKER not in text:
        return found.facts()
    parts = http_syntax.read(text)
    reading = _Reading(text, parts.variables)
    for request in parts.requests:
        reading.request(request)
        for start, end in request.comments:
            found.comment(start, end, (request.start, request.end))
        for start, end in request.aside:
            found.mentions(start, end)
        if MARKER in text[request.start : request.end]:
            found.comments(match.span() for line in request.body for match in _TRAILING.finditer(text, *line))
    reading.read_variables()
    for start, end, evidence in reading.unreadable:
        found.unreadable(start, end, evidence=evidence)
    found.take(reading.found)
    return found.facts()


class _Reading:
    """What the requests of one file hold."""

    def __init__(self, text: str, variables: Mapping[str, Node]) -> None:
        self.text = text
        self.variables = variables
        self.reader = CallReader(text, DIALECT, analyse, self.composed)
        self.found = Found()
        self.pieces: list[Text] = []
        """The URL of the request that is read, one line each."""
        self.named: dict[str, tuple[int, int]] = {}
        """The sites of the requests that have a name."""
        self.shown: set[str] = set()
        """The variables of requests that show evidence."""
        self.unreadable: list[tuple[int, int, bool]] = []
        """Spans of the bodies that cannot be read, with whether their requests show evidence."""

    def request(self, request: Request) -> None:
        """Read one request with its body, or a saved answer."""
        body = self.body(request)
        begun = len(self.found.sites)
        if request.answer and body is not None:
            self.found.absorb(self.reader.content(body, evidence=False, version=None, place=None, batch=True))
        elif request.url:
            self.call(request, body)
        self.answers(request)
        if request.name:
            self.named[request.name] = begun, len(self.found.sites)

    def body(self, request: Request) -> Node | None:
        text = http_syntax.body_text(self.text, request)
        if text is None:
            return None
        if text.value.lstrip()[:1] in http_syntax.OPENING and jsontext.read_template(text.value) is None:
            evidence = odata.shows_evidence(self.text[request.start : request.end])
            self.unreadable.append((text.start, text.end, evidence))
            return None
        return Node(NodeKind.STRING, text.start, text.end, text.value, text)

    def call(self, request: Request, body: Node | None) -> None:
        self.pieces = [Text(self.text[start:end], start) for start, end in request.url]
        first = self.pieces[0]
        url = Node(NodeKind.STRING, first.start, first.end, first.value, first)
        node = Node(NodeKind.OBJECT, request.start, request.end)
        held = {"url": url} | ({"body": body} if body is not None else {})
        node.members = [Member(key, value.start, value.end, None, value) for key, value in held.items()]
        call = Call(node, request.method, [url], bodies=[body] if body is not None else [], container=True)
        part, _ = self.reader.read(call, evidence=False)
        self.found.absorb(part)
        if odata.shows_evidence(filled(self.pieces, self.variables).value) or shapes.tree_evidence(node):
            self.shown.update(_VARIABLE.findall(self.text, request.start, request.end))

    def composed(self, url: Node) -> Composite | None:
        """A URL of several lines, or with variables."""
        return filled(self.pieces, self.variables) if len(self.pieces) > 1 else composed(url, self.variables)

    def answers(self, request: Request) -> None:
        """What a request takes from the answer to another one reads the collections that the other asks for."""
        for match in _ANSWERED.finditer(self.text, request.start, request.end):
            path = Node(NodeKind.STRING, *match.span(2), match[2], Text(match[2], match.start(2)))
            base = self.found.absorb(shapes.analyse(path, self.text, evidence=True, dialect=DIALECT))
            for index in range(base, len(self.found.sites)):
                collection = self.found.sites[index].collection
                asked = range(*self.named.get(match[1], (0, 0)))
                self.found.links += [(index, one) for one in asked if self.found.sites[one].collection == collection]

    def read_variables(self) -> None:
        """What the URLs do not use of the variables."""
        for name, node in self.variables.items():
            self.found.absorb(shapes.analyse(node, self.text, evidence=name in self.shown, dialect=DIALECT))
