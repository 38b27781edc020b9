"""What the deprecated words in one string mean: URLs, OData expressions, type names, annotations, dotted paths.

A place in the text that is not known (a placeholder of a template, a value that is filled in) is a hole, `\\ufffc`; a
hole that touches a word makes it another word.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from migrate_ext.core.model import BETA, V1, VERSIONS, Applicability, Draft, Role, Site
from migrate_ext.graph import catalogue, sdk
from migrate_ext.graph.expressions import COMPARISONS, OPERATORS, Expression, declared, property_of, tokens
from migrate_ext.graph.names import evidence_pattern, is_distinctive, snake, word_pattern
from migrate_ext.graph.sites import Spelled, collection_site, deprecated_word, graph_word, stage_read, type_site
from migrate_ext.graph.tree import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

HOLE = "\ufffc"


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


_TEMPLATE = re.compile(
    r"@\{(?:[^{}']|'(?:[^']|'')*')*\}|\$\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()$]*\)|\{\{[^{}]*\}\}|\{[^{}/?&]*\}|<[^<>\s/]+>"
)
_SCHEME = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#\s]*")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_CONTEXT = "$metadata"
_TYPE = re.compile(r"#?(?:Collection\()?#?(?:(?P<space>microsoft\.graph|graph)\.)?(?P<name>\w+)\)?\Z")
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*\Z")
_DOTTED = re.compile(
    r"(?:\$\.?|@\.)?[A-Za-z_]\w*(?:\[[^\[\]\s]*\])*(?:(?:\.|\[['\"])[A-Za-z_*]\w*(?:['\"]\])?(?:\[[^\[\]\s]*\])*)*\Z"
)
_OPTION = re.compile(
    r"\??(?:\$|%24)(?:expand|select|filter|orderby|apply|compute|top|skip|count|search)=", re.IGNORECASE
)
_CONCAT = re.compile(r"[\[@]\s*concat\(", re.IGNORECASE)
_QUOTED = re.compile(r"'((?:[^']|'')*)'")
_ARGUMENT = re.compile(r"[A-Za-z]\w*\(\s*\Z")
"""Ends a text after which an argument of a call comes."""
_METADATA = re.compile(re.escape("$metadata"))
_BATCH_ID = frozenset({"$count", "$value", "$entity", "$ref", "$batch"})


@cache
def interesting() -> re.Pattern[str]:
    """Finds the words for which a string must be read: the deprecated names and the new collections."""
    new = "|".join(sorted(map(re.escape, catalogue.REPLACED), key=len, reverse=True))
    return re.compile(word_pattern().pattern + "|" + new)


def shows_evidence(text: str) -> bool:
    """Whether a text names entitlement management, or is an annotation that only Graph writes (migration.md, 3.1)."""
    if evidence_pattern().search(text) is not None or "#" + catalogue.NAMESPACE + "." in text:
        return True
    return _CONTEXT in text and any(host in text for host in catalogue.HOSTS)


def mentions(text: str, *, evidence: bool) -> Iterator[tuple[int, int, str]]:
    """Each deprecated word of a text that stands for itself, with its span."""
    for match in word_pattern().finditer(text):
        start, end = match.span()
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum() or text[end : end + 1] == HOLE:
            continue
        word = deprecated_word(match[0], evidence=True, pascal_too=True)
        if evidence or word is None or is_distinctive(word.name):
            yield start, end, match[0]


def scan(
    text: str,
    *,
    evidence: bool,
    version: int | None = None,
    pascal: bool = False,
    option: str | None = None,
    scope: str | None = None,
) -> Scan:
    """Read one string.

    `evidence` says whether the names that others could use too count here (the string itself may give evidence);
    `version` is the version of the API where it is known from elsewhere; `pascal` reads PascalCase names as well;
    `option` is the query option (`$expand`, …) whose value the text is, `scope` the Graph type that it is applied to.
    """
    evidence = evidence or shows_evidence(text)
    reader = _Scanner(text, evidence=evidence, version=version, pascal=pascal)
    if option is not None:
        return reader.bare(option, scope)
    return reader.run(scope)


class _Scanner:
    """Reads one string."""

    def __init__(self, text: str, *, evidence: bool, version: int | None, pascal: bool) -> None:
        self.text = text
        self.evidence = evidence
        self.version = version
        self.pascal = pascal
        self.found = Scan()

    def run(self, scope: str | None) -> Scan:
        text = self.text
        name = text.strip()
        if _IDENTIFIER.match(name) and self.exact(name, text.index(name)):
            return self.found
        if self.type_name():
            return self.found
        if text[:1] in ("[", "@") and self.composed():
            return self.found
        masked = _TEMPLATE.sub(lambda match: HOLE * len(match[0]), text)
        if _METADATA.search(masked) and "#" in masked and self.context(masked):
            return self.found
        if _OPTION.match(masked):
            self.found.kind = Kind.QUERY
            self.query(masked, (masked.startswith("?") and 1) or 0, scope)
            return self.found
        if _is_url(masked):
            self.url(masked)
            return self.found
        if interesting().search(text) is None:
            return self.found
        for attempt in (self.dotted, self.expression):
            if attempt(masked, scope):
                return self.found
        if word_pattern().search(text):
            self.found.kind = Kind.PROSE
        return self.found

    def composed(self) -> bool:
        """An expression of a template (`[concat('…', parameters('id'), '…')]`) that puts a URL together."""
        call = _CONCAT.match(self.text)
        if call is None:
            return False
        value = ""
        offsets: list[int] = []
        last = call.end()
        for literal in _QUOTED.finditer(self.text, call.end()):
            if self.text[last : literal.start()].strip(", \t\r\n"):
                value += HOLE
                offsets.append(last)
            # an argument of another call is no part of the text
            if not _ARGUMENT.search(self.text, call.end(), literal.start()):
                value += literal[1]
                offsets += range(literal.start(1), literal.end(1))
            last = literal.end()
        joined = Text(value, call.end(), [*offsets, last])
        inner = _Scanner(value, evidence=self.evidence, version=self.version, pascal=self.pascal).run(None)
        if inner.kind not in (Kind.URL, Kind.QUERY, Kind.CONTEXT):
            return False
        inner.sites = [_ending(joined.lift(site), site, joined) for site in inner.sites]
        self.found = inner
        return True

    def exact(self, name: str, at: int) -> bool:
        """A string that is one name."""
        word = deprecated_word(name, evidence=self.evidence, pascal_too=self.pascal)
        if word is None:
            return False
        end = at + len(name)
        if word.name in catalogue.COLLECTIONS:
            site = collection_site(word, at, end, version=self.version)
        else:
            row = catalogue.TYPES[word.name]
            site = type_site(word, at, end, new=row.variants.base if row.variants else None)
        self.found.kind = Kind.NAME
        self.found.sites.append(site)
        return True

    def type_name(self) -> bool:
        match = _TYPE.match(self.text)
        if match is None or not match["space"]:
            return False
        word = graph_word(match["name"], pascal_too=self.pascal)
        self.found.kind = Kind.TYPE
        self.found.target = word.name
        self.found.many = "Collection(" in self.text
        known = deprecated_word(match["name"], evidence=True, pascal_too=self.pascal)
        if known is not None and known.name in catalogue.TYPES:
            self.found.sites.append(type_site(known, *match.span("name")))
        return True

    def bare(self, option: str, scope: str | None) -> Scan:
        """The text is the value of a query option."""
        self.found.kind = Kind.QUERY
        self._option(option, 0, len(self.text), scope)
        self._asks()
        return self.found

    def expression(self, masked: str, scope: str | None) -> bool:
        """A bare list of properties or a condition; False where the text reads as prose."""
        parts = tokens(masked, 0, len(masked))
        words = [part.text.lower() for part in parts]
        if any(part.kind == "other" for part in parts):
            return False
        for left, right in zip(parts, parts[1:], strict=False):
            plain = left.kind == right.kind == "word" and left.text not in OPERATORS and right.text not in OPERATORS
            apart = left.kind == "word" and right.text == "(" and left.end != right.start and left.text not in OPERATORS
            if plain or apart:
                return False
        listed = any(
            before in ("(", ";") and word.startswith("$") and after == "="
            for before, word, after in zip(words, words[1:], words[2:], strict=False)
        )
        compared = not listed and (
            any(word in COMPARISONS for word in words)
            or any(word in ("any", "all") and before == "/" for before, word in zip(words, words[1:], strict=False))
        )
        if not compared and any(word in ("and", "or", "not") for word in words):
            return False
        if not compared and any(mark in words for mark in (":", "*", "&")):
            return False
        self.found.kind = Kind.QUERY
        self._option("filter" if compared else "expand", 0, len(masked), scope)
        self._asks()
        return bool(self.found.sites) or word_pattern().search(masked) is None

    def dotted(self, masked: str, _scope: str | None) -> bool:
        """A dotted path: of Python names, or into data."""
        if _DOTTED.match(self.text) is None or (HOLE in masked and "." not in masked):
            return False
        words = [match for match in re.finditer(r"[A-Za-z_]\w*", self.text)]
        if len(words) < 2:
            return False
        anchor: int | None = None
        scope: str | None = None
        for index, match in enumerate(words):
            word = deprecated_word(match[0], evidence=self.evidence, pascal_too=self.pascal)
            if word is not None and match[0] == word.name and word.name in catalogue.COLLECTIONS:
                self.found.sites.append(collection_site(word, *match.span(), version=self.version))
                anchor, scope = len(self.found.sites) - 1, catalogue.COLLECTIONS[word.name].type
            elif anchor is not None and scope == catalogue.INSTANCE.name and match[0] == catalogue.STAGE_FIELD:
                self.found.sites.append(stage_read(*match.span(), match[0]))
                self.found.links.append((anchor, len(self.found.sites) - 1))
            else:
                self._sdk_name(match, words[index - 1][0] if index else "")
        if self.found.sites:
            self.found.kind = Kind.PATH
        return bool(self.found.sites)

    def _sdk_name(self, match: re.Match[str], before: str) -> None:
        """A class, module or attribute of the SDK in a dotted path."""
        name = sdk.class_name(match[0]) or sdk.module_name(match[0]) or sdk.attributes().get(match[0])
        if name is None or not (self.evidence or is_distinctive(name.graph)):
            return
        start, end = match.span()
        level, reason = Applicability.SAFE, ""
        new = name.new
        row = catalogue.TYPES.get(name.graph)
        if new is None and row is not None and row.variants is not None:
            base = row.variants.base
            new = base[:1].upper() + base[1:] if match[0][:1].isupper() else snake(base)
            level, reason = Applicability.UNSAFE, "base"
        edits: tuple[Draft, ...] = (Draft(start, end, new or match[0]),)
        last = self.found.sites[-1] if self.found.sites else None
        if last is not None and last.symbol == before and match[0][:1].isupper() and sdk.module_name(before):
            self.found.sites.pop()
            edits = (*last.edits, *edits)
        self.found.sites.append(
            Site(
                code=name.code,
                start=start,
                end=end,
                symbol=match[0],
                replacement=new,
                edits=edits,
                level=level,
                reason=reason,
                collection=name.graph if name.graph in catalogue.COLLECTIONS else None,
            )
        )

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
                self.found.sites[index] = replace(
                    site, edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason="version"
                )

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
        if (found := declared(name)) is not None:
            return found, catalogue.PROPERTY_TYPES[name][1]
        return None, False

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
                self._option(option.strip(), at + len(part) - len(value), at + len(part), scope, text, whole)
            at += len(part) + 1
        self._asks()

    def _option(
        self, name: str, start: int, end: int, scope: str | None, text: str | None = None, whole: Text | None = None
    ) -> None:
        value = decoded(text if text is not None else self.text, start, end, whole)
        masked = _TEMPLATE.sub(lambda match: HOLE * len(match[0]), value.value)
        if interesting().search(masked) is None and scope not in (catalogue.INSTANCE.name, catalogue.NEW_INSTANCE.name):
            return
        if not name.startswith("$") and _is_url(masked):
            nested = _Scanner(masked, evidence=self.evidence, version=self.version, pascal=self.pascal).run(None)
            self.found.links += [(a + len(self.found.sites), b + len(self.found.sites)) for a, b in nested.links]
            self.found.sites += [value.lift(site) for site in nested.sites]
            return
        inner = Expression(masked, self.evidence, self.version, pascal=self.pascal)
        inner.option(name, 0, len(masked), scope)
        if not inner.sites and not name.startswith("$") and (word := self._whole_name(masked)) is not None:
            inner.sites.append(collection_site(word, 0, len(masked), version=self.version))
        offset = len(self.found.sites)
        for site in inner.sites:
            moved = tuple(source + offset for source in site.sources)
            self.found.sites.append(replace(value.lift(site), sources=moved))
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
        if not head.endswith(_CONTEXT):
            return False
        self.found.kind = Kind.CONTEXT
        self.found.segments = tuple(part for part in re.sub(r"^\w+://[^/]*", "", head).split("/") if part)
        self._version()
        fragment = decoded(masked, len(head) + 1, len(masked))
        kind = _TYPE.match(fragment.value)
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


def _ending(lifted: Site, site: Site, joined: Text) -> Site:
    """A site in a text of pieces: it ends with its last character, not where the next piece begins."""
    if site.end == site.start:
        return lifted
    edits = tuple(
        draft._replace(end=joined.at(own.end - 1) + 1) if own.end > own.start else draft
        for draft, own in zip(lifted.edits, site.edits, strict=True)
    )
    return replace(lifted, end=joined.at(site.end - 1) + 1, edits=edits)


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
    return any(
        left == first and right.partition("(")[0] in second for left, right in zip(segments, segments[1:], strict=False)
    )


def _is_url(masked: str) -> bool:
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
