"""URLs of Graph, of its metadata too: their segments, their version, their queries, and what they address."""

from __future__ import annotations

import enum
import itertools
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from migrate_ext.core.model import BETA, V1, VERSIONS
from migrate_ext.graph import catalogue
from migrate_ext.graph.expressions import Expression, declared, property_of
from migrate_ext.graph.names import word_pattern
from migrate_ext.graph.sites import Spelled, blocked_by_version, collection_site, deprecated_word, graph_word, type_site
from migrate_ext.graph.tree import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migrate_ext.core.model import Site
    from migrate_ext.graph.removal import Span

HOLE = "\ufffc"
"""A place in a text that is not known."""
METADATA = "$metadata"
TYPE = re.compile(r"#?(?:Collection\()?#?(?:(?P<space>microsoft\.graph|graph)\.)?(?P<name>\w+)\)?\Z")

_TEMPLATE = re.compile(
    r"@\{(?:[^{}']|'[^']*')*\}|\$\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()$]*\)|\{\{[^{}]*\}\}|\{[^{}/?&]*\}|<[^<>\s/]+>"
)
_SCHEME = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#\s]*")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


class Kind(enum.Enum):
    """What a string is."""

    NAME = "name"
    """Exactly one deprecated name."""
    TYPE = "type"
    """The name of a Graph type as `@odata.type` and metadata write it."""
    URL = "url"
    QUERY = "query"
    """A bare list of properties, a condition, or query options without a URL."""
    CONTEXT = "context"
    """A URL of the metadata document."""
    PATH = "path"
    """A dotted path."""
    PROSE = "prose"
    """A word in prose: a mention."""
    NONE = "none"


@dataclass(slots=True)
class Scan:
    """What one string says; positions are offsets into it."""

    kind: Kind = Kind.NONE
    sites: list[Site] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    """Pairs of indices into `sites` that stand or fall together."""
    version: int | None = None
    """The version of the API that a URL shows, by its version or its path."""
    segments: tuple[str, ...] = ()
    """The decoded segments of a URL's path; a segment with a hole keeps it."""
    target: str | None = None
    """The Graph type that a URL addresses, or that the objects of a context have."""
    many: bool = False
    """Whether it addresses a collection."""
    collection: str | None = None
    """The deprecated collection, by the name it has now or had, in which a URL's last segment lies or which it is."""
    asks: frozenset[str] = frozenset()
    """The deprecated collections that the query asks for."""


@cache
def interesting() -> re.Pattern[str]:
    """Finds the words for which a string must be read: the deprecated names and the new collections."""
    new = "|".join(sorted(map(re.escape, catalogue.REPLACED), key=len, reverse=True))
    return re.compile(word_pattern().pattern + "|" + new)


def masked(text: str) -> str:
    """A text with a hole, of the same length, for each placeholder of a template."""
    return _TEMPLATE.sub(lambda match: HOLE * len(match[0]), text)


class UrlReader:
    """Reads the URL, or the query, that a string is."""

    def __init__(self, text: str, *, evidence: bool, version: int | None, pascal: bool) -> None:
        self.text = text
        self.evidence = evidence
        self.version = version
        self.pascal = pascal
        self.found = Scan()

    def again(self, text: str) -> Scan:
        """Read a text within the text, with what is known of it."""
        return UrlReader(text, evidence=self.evidence, version=self.version, pascal=self.pascal).found

    def url(self, masked: str) -> None:
        """A URL, absolute or relative."""
        self.found.kind = Kind.URL
        whole = Text(masked, 0)
        if "/" not in masked and "%2f" in masked.lower():
            whole = decoded(masked, 0, len(masked))
        path = re.split(r"[?#]", whole.value, maxsplit=1)[0]
        scheme = _SCHEME.match(path)
        at = scheme.end() if scheme else 0
        segments: list[Text] = []
        for part in path[at:].split("/"):
            segments.append(decoded(whole.value, at, at + len(part), whole))
            at += len(part) + 1
        self.found.segments = tuple(segment.value for segment in segments if segment.value)
        self._version()
        scope = self._segments([segment for segment in segments if segment.value])
        if len(path) < len(whole.value) and whole.value[len(path)] == "?":
            self.query(whole.value, len(path) + 1, scope, whole)
        self._contradiction()
        self._asks()

    def _version(self) -> None:
        segments = self.found.segments
        shown = next((VERSIONS.index(s) for s in segments[:3] if s in VERSIONS), None)
        self.version = self.version if shown is None else shown
        if self.version is None:
            if any(segment.partition("(")[0] in catalogue.CATALOG_SEGMENTS_BETA for segment in segments):
                self.version = BETA
            elif _follows(segments, catalogue.AREA, catalogue.CATALOG_SEGMENTS_V1):
                self.version = V1
        self.found.version = self.version

    def _contradiction(self) -> None:
        """A path that belongs to the other version blocks what depends on the version (migration.md, 3.9)."""
        segments = self.found.segments
        beta = any(segment.partition("(")[0] in catalogue.CATALOG_SEGMENTS_BETA for segment in segments)
        first = _follows(segments, catalogue.AREA, catalogue.CATALOG_SEGMENTS_V1)
        if not ((beta and self.version == V1) or (first and self.version == BETA)):
            return
        for index, site in enumerate(self.found.sites):
            prop = catalogue.COLLECTIONS.get(site.collection or "")
            if prop is not None and not isinstance(prop.new, str):
                self.found.sites[index] = blocked_by_version(site)

    def _segments(self, segments: list[Text]) -> str | None:
        """Follow the path; gives the type that its query is applied to."""
        scope: str | None = None
        many = False
        inside = False
        for segment in segments:
            name, bracket, arguments = segment.value.partition("(")
            inside = inside or name == catalogue.AREA
            known, holds = self._segment(segment, name, scope, inside=inside)
            if known is not None:
                scope, many = known, holds
                if (bracket and arguments.startswith(("'", HOLE))) or re.match(r"[\w-]+\)", arguments):
                    many = False
            elif many and name and not name.startswith("$") and "." not in name and not bracket:
                many = False  # the key of an entity
            elif (name.startswith("$") and name != "$entity") or (not (many or name.startswith("$")) and scope):
                scope, self.found.collection = (None, None) if not bracket else (scope, self.found.collection)
        self.found.target, self.found.many = scope, many
        return scope

    def _segment(self, segment: Text, name: str, scope: str | None, *, inside: bool) -> tuple[str | None, bool]:
        word = deprecated_word(name, evidence=self.evidence, pascal_too=self.pascal)
        if word is not None and word.name in catalogue.COLLECTIONS:
            site = collection_site(word, 0, len(name), version=self.version)
            self.found.sites.append(segment.lift(site))
            self.found.collection = word.name
            return catalogue.COLLECTIONS[word.name].type, True
        if name.startswith(catalogue.NAMESPACE + "."):
            return self._cast(segment, name)
        name = graph_word(name, pascal_too=self.pascal).name
        if name in catalogue.REPLACED:
            self.found.collection = catalogue.REPLACED[name].name
            return catalogue.PROPERTY_TYPES[name][0], True
        prop = property_of(scope, name)
        if prop is not None:
            return prop.type, prop.many
        row = catalogue.SEGMENTS.get(name)
        if row is not None and (inside or name.startswith(catalogue.EVIDENCE_PREFIXES)):
            return row, True
        found = declared(name)
        return (found, catalogue.PROPERTY_TYPES[name][1]) if found is not None else (None, False)

    def _cast(self, segment: Text, name: str) -> tuple[str | None, bool]:
        bare = name[len(catalogue.NAMESPACE) + 1 :]
        word = deprecated_word(bare, evidence=True, pascal_too=self.pascal)
        if word is not None and word.name in catalogue.TYPES:
            row = catalogue.TYPES[word.name]
            start = len(catalogue.NAMESPACE) + 1
            site = type_site(word, start, len(name), new=row.variants.base if row.variants else None)
            self.found.sites.append(segment.lift(site))
            if len(self.found.sites) > 1:
                self.found.links.append((len(self.found.sites) - 2, len(self.found.sites) - 1))
        return (bare, self.found.many) if bare in catalogue.TYPES else (None, False)

    def query(self, text: str, start: int, scope: str | None, whole: Text | None = None) -> None:
        """The options of a query: `$expand=…&$filter=…`."""
        at = start
        stop = text.find("#", start)
        for part in text[start : stop if stop >= 0 else len(text)].split("&"):
            name, mark, value = part.partition("=")
            option = decoded(name, 0, len(name)).value
            if not mark and "%3d" in part.lower():
                option, mark, value = decoded(part, 0, len(part)).value.partition("=")
            if mark:
                span = (at + len(part) - len(value), at + len(part))
                self._option(option.strip(), span, scope, text, whole)
            at += len(part) + 1
        self._asks()

    def _option(
        self, name: str, span: Span, scope: str | None, text: str | None = None, whole: Text | None = None
    ) -> None:
        value = decoded(text if text is not None else self.text, span[0], span[1], whole)
        shown = masked(value.value)
        if interesting().search(shown) is None and scope not in (catalogue.INSTANCE.name, catalogue.NEW_INSTANCE.name):
            return
        if not name.startswith("$") and is_url(shown):
            nested = self.again(shown)
            self.found.links += [(a + len(self.found.sites), b + len(self.found.sites)) for a, b in nested.links]
            self.found.sites += [value.lift(site) for site in nested.sites]
            return
        inner = Expression(shown, self.evidence, self.version, pascal=self.pascal)
        inner.option(name, (0, len(shown)), scope)
        if not inner.sites and not name.startswith("$") and (word := self._whole_name(shown)) is not None:
            inner.sites.append(collection_site(word, 0, len(shown), version=self.version))
        offset = len(self.found.sites)
        for site in inner.sites:
            moved = tuple(source + offset for source in site.sources)
            self.found.sites.append(value.lift(site)._replace(sources=moved))
        self.found.links += [(first + offset, second + offset) for first, second in inner.links]

    def _whole_name(self, text: str) -> Spelled | None:
        word = deprecated_word(text, evidence=self.evidence, pascal_too=self.pascal)
        return word if word is not None and word.name in catalogue.COLLECTIONS else None

    def _asks(self) -> None:
        first: dict[str, int] = {}
        for index, site in enumerate(self.found.sites):
            if site.query and site.collection is not None and first.setdefault(site.collection, index) != index:
                self.found.links.append((first[site.collection], index))
        self.found.asks = frozenset(first)

    def context(self, masked: str) -> bool:
        """A URL of the metadata: `…/$metadata#path(list)/$entity`."""
        head, _, _ = masked.partition("#")
        if not head.endswith(METADATA):
            return False
        self.found.kind = Kind.CONTEXT
        self.found.segments = tuple(part for part in re.sub(r"^\w+://[^/]*", "", head).split("/") if part)
        self._version()
        fragment = decoded(masked, len(head) + 1, len(masked))
        kind = TYPE.match(fragment.value)
        if kind is not None and kind["space"]:
            word = deprecated_word(kind["name"], evidence=True, pascal_too=self.pascal)
            self.found.target, self.found.many = kind["name"], "Collection(" in fragment.value
            if word is not None and word.name in catalogue.TYPES:
                self.found.sites.append(fragment.lift(type_site(word, *kind.span("name"))))
            return True
        self._fragment(fragment)
        self._contradiction()
        return True

    def _fragment(self, fragment: Text) -> None:
        value = fragment.value
        parts = list(_fragment_parts(value))
        self.found.segments += tuple(value[start:end] for start, end in parts)
        if not any(part in VERSIONS for part in self.found.segments):
            self._version()
        scope: str | None = None
        many = inside = False
        for start, end in parts:
            name, bracket, _ = value[start:end].partition("(")
            inside = inside or name == catalogue.AREA
            segment = Text(name, 0, [fragment.at(index) for index in range(start, start + len(name) + 1)])
            known, holds = self._segment(segment, name, scope, inside=inside)
            scope, many = (known, holds) if known is not None else (scope, many and name == "$entity")
            if name == "$entity":
                many = False
            if bracket:
                inner = Expression(value, self.evidence, self.version, query=False, pascal=self.pascal)
                begin = start + len(name) + 1
                if value.startswith("'", begin):
                    many = False
                else:
                    inner.entries(begin, end - 1 if value[end - 1] == ")" else end, scope)
                offset = len(self.found.sites)
                self.found.sites += [fragment.lift(site) for site in inner.sites]
                self.found.links += [(first + offset, second + offset) for first, second in inner.links]
        self.found.target, self.found.many = scope, many


def decoded(text: str, start: int, end: int, whole: Text | None = None) -> Text:
    """A part of a text with its percent-encoding undone; `whole` says where the characters of `text` stand."""
    at = whole.at if whole is not None else int
    part = text[start:end]
    if "%" not in part:
        if whole is None or whole.offsets is None:
            return Text(part, start)
        return Text(part, at(start), [at(index) for index in range(start, end + 1)])
    pieces: list[str] = []
    offsets: list[int] = []
    last = 0
    for match in _PERCENT.finditer(part):
        pieces.append(part[last : match.start()])
        offsets.extend(at(start + index) for index in range(last, match.start()))
        raw = bytes.fromhex(match[0].replace("%", ""))
        try:
            chars = raw.decode("utf-8")
        except UnicodeDecodeError:
            chars = raw.decode("latin-1")
        pieces.append(chars)
        position = start + match.start()
        for char in chars:
            offsets.append(at(position))
            position += 3 * len(char.encode("utf-8"))
        last = match.end()
    pieces.append(part[last:])
    offsets.extend(at(start + index) for index in range(last, end - start + 1))
    return Text("".join(pieces), at(start), offsets)


def _fragment_parts(value: str) -> Iterator[tuple[int, int]]:
    """The segments of a context's path, brackets kept whole."""
    depth = begin = 0
    for index, char in enumerate(value):
        depth += (char == "(") - (char == ")")
        if char == "/" and depth == 0:
            yield begin, index
            begin = index + 1
    yield begin, len(value)


def _follows(segments: tuple[str, ...], first: str, second: tuple[str, ...]) -> bool:
    return any(left == first and right.partition("(")[0] in second for left, right in itertools.pairwise(segments))


def is_url(masked: str) -> bool:
    """Whether a text, with holes for what is not known, is a URL."""
    path = masked.partition("?")[0]
    if any(char.isspace() for char in path) or (not path and "=" not in masked):
        return False
    if _SCHEME.match(path) or ("%2f" in path.lower() and "/" not in path):
        return True
    if ("(" in path and "/any(" in path + "/") or "/all(" in path:
        return False
    if path.startswith(("/", "./")) or (path.startswith(HOLE) and path.lstrip(HOLE).startswith("/")):
        return True
    known = (segment.partition("(")[0] for segment in path.split("/"))
    if "/" in path or "?" in masked:
        return any(
            segment == catalogue.AREA or segment in catalogue.SEGMENTS or segment in catalogue.COLLECTIONS
            for segment in known
        )
    return False
