"""Calls as data: the URL, the body that is sent and the answers that were recorded are one scope (migration.md, 5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.graph import catalogue, jsontext, odata, shapes
from migrate_ext.graph.composite import Composite
from migrate_ext.graph.objects import Dialect
from migrate_ext.graph.shapes import Found
from migrate_ext.graph.tree import Node, NodeKind, Text

if TYPE_CHECKING:
    from migrate_ext.core.model import Site

METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY"})
_SENDS = frozenset({"POST", "PUT", "PATCH"})
_VARIABLE = re.compile(
    r"\$?\{\{\s*+(?P<name>(?:\s*+[^{}\s]++)+)\s*+\}\}|\$(?:\((?P<macro>[\w.]+)\)|\{(?P<shell>\w+)\})"
)
_ADDRESSES = (odata.Kind.URL, odata.Kind.QUERY, odata.Kind.CONTEXT)
_URL_KEYS = ("url", "uri")
_BODY_KEYS = ("body", "raw", "postData", "text")
_MAX_NESTED = 5

Analyse = Callable[[Node, str, Dialect, int | None], Found]
"""Analyses the payload of a batch: its root, text, dialect, and the version of the URL that it is posted to."""

Compose = Callable[[Node], Composite | None]
"""What a URL is with its variables filled in; None where it has none."""


@dataclass(slots=True)
class Call:
    """A request as data."""

    node: Node
    """The scope: the request with its answers."""
    method: str = ""
    urls: list[Node] = field(default_factory=list)
    paths: list[Node] = field(default_factory=list)
    """Arrays of the segments of the path."""
    bodies: list[Node] = field(default_factory=list)
    answers: list[Node] = field(default_factory=list)
    container: bool = False
    """Whether it is a request in a container, with evidence of its own."""


def call_of(node: Node) -> Call | None:
    """The call that an object describes."""
    method, url = node.get("method"), _url(node)
    if method is None or method.kind is not NodeKind.STRING or url is None:
        return None
    if str(method.value).upper() not in METHODS:
        return None
    call = Call(node, str(method.value).upper())
    add_url(call, url)
    _add_body(call, node)
    return call


def postman_item(node: Node) -> Call | None:
    """The request of a Postman collection with its saved answers."""
    request = node.get("request")
    if request is None:
        return None
    if request.kind is NodeKind.STRING:
        return Call(node, "GET", [request], answers=_answers(node), container=True)
    if request.kind is not NodeKind.OBJECT or _url(request) is None:
        return None
    call = call_of(request) or Call(request)
    if not call.urls and (url := _url(request)) is not None:
        add_url(call, url)
        _add_body(call, request)
    call.node, call.container, call.answers = node, True, _answers(node)
    return call


def har_entry(node: Node) -> Call | None:
    """An entry of an HTTP archive."""
    request, response = node.get("request"), node.get("response")
    call = call_of(request) if request is not None and request.kind is NodeKind.OBJECT else None
    if call is None or response is None:
        return None
    call.node, call.container = node, True
    content = response.get("content") if response.kind is NodeKind.OBJECT else None
    text = content.get("text") if content is not None and content.kind is NodeKind.OBJECT else None
    if text is not None:
        call.answers.append(text)
    return call


def _answers(node: Node) -> list[Node]:
    responses = node.get("response")
    found = [one.get("body") for one in responses.items] if responses is not None else []
    return [body for body in found if body is not None]


def _url(node: Node) -> Node | None:
    found = [node.get(key) for key in _URL_KEYS]
    return next((one for one in found if one is not None and one.kind in (NodeKind.STRING, NodeKind.OBJECT)), None)


def add_url(call: Call, url: Node) -> None:
    """Add a URL, also one in parts."""
    if url.kind is NodeKind.STRING:
        call.urls.append(url)
        return
    raw, path = url.get("raw"), url.get("path")
    if raw is not None and raw.kind is NodeKind.STRING:
        call.urls.append(raw)
    if path is not None and path.kind is NodeKind.ARRAY:
        call.paths.append(path)


def _add_body(call: Call, request: Node) -> None:
    node: Node | None = request
    for key in _BODY_KEYS:
        inner = node.get(key) if node is not None and node.kind is NodeKind.OBJECT else None
        if inner is None:
            continue
        if key in ("raw", "text") and inner.kind is not NodeKind.STRING:
            continue
        node = inner
    if node is not None and node is not request:
        call.bodies.append(node)


def composed(url: Node, variables: Mapping[str, Node]) -> Composite | None:
    """A URL with the variables of its collection filled in; None where it names none that is known."""
    if url.text is None or all(_named(match, variables) is None for match in _VARIABLE.finditer(url.text.value)):
        return None
    return filled([url.text], variables)


def filled(pieces: Iterable[Text], variables: Mapping[str, Node]) -> Composite:
    """A text of some pieces with the known variables filled in."""
    composite = Composite()
    for piece in pieces:
        _fill(composite, piece, variables, _MAX_NESTED)
    return composite


def _named(match: re.Match[str], variables: Mapping[str, Node]) -> Node | None:
    """The value of the variable that a placeholder names, by itself or within its scope (`env.NAME`)."""
    name = match["name"] or match["macro"] or match["shell"]
    found = variables.get(name) or variables.get(name.rpartition(".")[2])
    return found if found is not None and isinstance(found.value, str) else None


def _fill(composite: Composite, text: Text, variables: Mapping[str, Node], depth: int) -> None:
    last = 0
    for match in _VARIABLE.finditer(text.value) if depth else ():
        node = _named(match, variables)
        if node is None or node.text is None:
            continue
        composite.literal(text, last, match.start())
        _fill(composite, node.text, variables, depth - 1)
        last = match.end()
    composite.literal(text, last)


@dataclass(slots=True)
class CallReader:
    """Analyses calls of one text."""

    text: str
    dialect: Dialect
    analyse: Analyse
    compose: Compose

    def read(
        self, call: Call, *, evidence: bool, version: int | None = None, skip: Sequence[int] = ()
    ) -> tuple[Found, odata.Scan]:
        """What a call holds, and what its URL says."""
        url = call.urls[0] if call.urls else None
        composite = self.compose(url) if url is not None else None
        resolved = composite.value if composite is not None else str(url.value) if url is not None else ""
        if not evidence and (odata.shows_evidence(resolved) or call.container):
            evidence = odata.shows_evidence(resolved) or shapes.tree_evidence(call.node)
        scan = odata.scan(resolved, evidence=evidence, version=version, pascal=self.dialect.pascal)
        version = scan.version if scan.version is not None else version
        composed = composite.found(scan) if composite is not None and scan.kind in _ADDRESSES else None
        apart = [*call.bodies, *call.answers, *call.paths]
        if url is not None and composed is not None:
            apart.append(url)
        found = shapes.analyse(
            call.node,
            self.text,
            evidence=evidence,
            version=version,
            dialect=self.dialect,
            skip={*skip, *(id(node) for node in apart)},
        )
        if composed is not None:
            found.absorb(composed)
        for path in call.paths:
            self.path(found, path, evidence=evidence, version=version)
        hubs = [index for index, site in enumerate(found.sites) if site.collection is not None]
        for hub in hubs:
            twins = (one for one in hubs if found.sites[one].collection == found.sites[hub].collection)
            found.links += [(hub, one) for one in twins if one > hub]
        for body in call.bodies:
            place = scan.target if call.method in _SENDS else None
            part = self.content(body, evidence=evidence, version=version, place=place, batch=_is_batch(resolved))
            self.created(part, call, body, scan)
            self.join(found, part, hubs, scan)
        for answer in call.answers:
            part = self.content(answer, evidence=evidence, version=version, place=scan.target, many=scan.many)
            self.join(found, part, hubs, scan)
        return found, scan

    def path(self, found: Found, path: Node, *, evidence: bool, version: int | None) -> None:
        """A path that is given as an array of its segments."""
        value = ""
        offsets: list[int] = []
        for item in path.items:
            if item.text is None:
                return
            value += "/" + item.text.value
            offsets += [item.text.at(0), *(item.text.at(index) for index in range(len(item.text.value)))]
            last = item.text.end
        if not value:
            return
        joined = Text(value, offsets[0], [*offsets, last])
        scan = odata.scan(value, evidence=evidence, version=version, pascal=self.dialect.pascal)
        sites = []
        for site in scan.sites:
            lifted = joined.lift(site)
            # the end of a segment is the start of the slash after it, which stands in the next string
            length = site.end - site.start
            drafts = tuple(
                draft._replace(end=joined.at(one.end - 1) + 1)
                for draft, one in zip(lifted.edits, site.edits, strict=True)
            )
            sites.append(lifted._replace(end=joined.at(site.start + length - 1) + 1, edits=drafts))
        found.absorb(Found(links=scan.links), sites)

    def content(  # noqa: PLR0913 - each says something else that is known of the content
        self,
        node: Node,
        *,
        evidence: bool,
        version: int | None,
        place: str | None,
        many: bool = False,
        batch: bool = False,
    ) -> Found:
        """A body or an answer, as a tree or as JSON in a string."""
        root, text, dialect = node, self.text, self.dialect
        if node.kind is NodeKind.STRING and node.text is not None:
            carried = jsontext.read_template(node.text.value)
            if carried is not None:
                root, text, dialect = carried, node.text.value, self.dialect.carried()
        if batch:
            part = self.analyse(root, text, dialect, version)
        else:
            part = shapes.analyse(
                root, text, place=place, many=many, evidence=evidence, version=version, dialect=dialect
            )
        return self.lifted(part, node if root is not node else None)

    def lifted(self, part: Found, holder: Node | None) -> Found:
        """What was found in a string, as it is in the text that holds the string."""
        if holder is None or holder.text is None:
            return part
        outer = Found()
        outer.absorb(part, [holder.text.lift(site) for site in part.sites])
        return outer

    def created(self, part: Found, call: Call, body: Node, scan: odata.Scan) -> None:
        """A body that creates an extension must name its type (CEX303)."""
        prop = catalogue.COLLECTIONS.get(scan.collection or "")
        if call.method != "POST" or not scan.many or prop is None or prop.type != catalogue.EXTENSION.name:
            return
        site: Site | None
        if body.kind is NodeKind.STRING and body.text is not None:
            root = jsontext.read_template(body.text.value)
            if root is None:
                return
            site = shapes.create_body(root, body.text.value, self.dialect.carried())
            site = body.text.lift(site) if site is not None else None
        else:
            site = shapes.create_body(body, self.text, self.dialect)
        if site is not None:
            part.sites.append(site)

    def join(self, found: Found, part: Found, hubs: Sequence[int], scan: odata.Scan) -> None:
        """Put a body or an answer in the group of the URL that it belongs to."""
        base = found.absorb(part)
        for hub in hubs:
            site = found.sites[hub]
            inside = not site.query and site.collection == scan.collection
            found.links += [
                (hub, index)
                for index in range(base, len(found.sites))
                if found.sites[index].collection == site.collection
                or (inside and found.sites[index].code != catalogue.MENTION)
            ]


def _is_batch(url: str) -> bool:
    return url.partition("?")[0].rstrip("/").endswith("/$batch")
