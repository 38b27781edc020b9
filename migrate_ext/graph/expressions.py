"""OData expressions: what the lists of `$expand` and `$select` and the conditions of `$filter` say.

Works on one decoded option value; positions are offsets into it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.core.model import Applicability, Role, Site
from migrate_ext.graph import catalogue, removal, sites
from migrate_ext.graph.sites import collection_site, deprecated_word, graph_word, old_status, status_site, type_site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migrate_ext.core.model import Draft
    from migrate_ext.graph.removal import Span

TOKEN = re.compile(
    r"(?P<string>'(?:[^']|'')*')|(?P<word>[\w.@\ufffc$-]+)|(?P<mark>[(),;:/=*&])|(?P<blank>\s+)|(?P<other>.)", re.DOTALL
)
COMPARISONS = frozenset({"eq", "ne", "gt", "ge", "lt", "le", "has", "in"})
OPERATORS = COMPARISONS | {"and", "or", "not", "add", "sub", "mul", "div", "divby", "mod", "asc", "desc"}
_LISTS = frozenset({"expand", "select"})
_CONDITIONS = frozenset({"filter", "orderby", "compute", "apply"})
_LAMBDAS = frozenset({"any", "all"})
_MAX_DEPTH = 12


class Token(NamedTuple):
    """A token of an expression."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a part of a text, without blanks."""
    found = (Token(match.lastgroup or "", match[0], *match.span()) for match in TOKEN.finditer(text, start, end))
    return [token for token in found if token.kind != "blank"]


@dataclass(slots=True)
class Operand:
    """One side of a comparison."""

    type: str | None
    """Graph type of a path's value."""
    anchor: int | None = None
    """Index of the site that gave the path its type."""
    literal: Token | None = None


@dataclass(slots=True)
class Frame:
    """What holds within one pair of brackets."""

    variables: Mapping[str, tuple[str | None, int | None]]
    negated: bool
    many: bool = False
    """The brackets hold the values of `in`."""


@dataclass(slots=True)
class Reading:
    """How far a condition has been read."""

    frames: list[Frame]
    left: Operand | None = None
    operator: str = ""
    negate: bool = False
    """A `not` stands before what comes next."""

    @property
    def frame(self) -> Frame:
        """The innermost brackets."""
        return self.frames[-1]

    @property
    def negated(self) -> bool:
        """Whether what comes next counts where it is false."""
        return self.frame.negated or self.negate

    def open(self) -> None:
        """Enter brackets."""
        self.frames.append(Frame(self.frame.variables, self.negated, many=self.operator == "in"))
        self.negate = False

    def close(self) -> None:
        """Leave brackets, if any are open."""
        closed = self.frames.pop() if len(self.frames) > 1 else self.frame
        if closed.many:
            self.left, self.operator = None, ""

    def take(self, word: str) -> None:
        """Read an operator that is a word."""
        self.negate = word == "not" or (self.negate and word not in ("and", "or"))
        if word in COMPARISONS:
            self.operator = word
        elif word != "not":
            self.left, self.operator = None, ""

    def compared(self) -> None:
        """A comparison is complete."""
        self.left, self.operator, self.negate = None, "", False


@dataclass(slots=True)
class Entry:
    """One entry of `$expand` or `$select`."""

    start: int
    end: int
    head: Token
    options: Span | None
    path: tuple[str, ...]
    first_site: int
    last_site: int


@dataclass(slots=True)
class Expression:
    """Collects what one option value says."""

    text: str
    evidence: bool
    version: int | None = None
    query: bool = True
    pascal: bool = False
    sites: list[Site] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)

    def option(self, name: str, span: Span, scope: str | None, anchor: int | None = None, depth: int = 0) -> None:
        """Read the value of a query option; `scope` is the Graph type that it is applied to."""
        bare = name.lstrip("$").lower()
        if bare in _LISTS:
            self.entries(*span, scope, anchor, depth)
        elif bare in _CONDITIONS:
            self.condition(*span, scope, anchor)

    def entries(self, start: int, end: int, scope: str | None, anchor: int | None = None, depth: int = 0) -> None:
        """Read a list of properties with options in brackets."""
        if depth > _MAX_DEPTH:
            return
        found = [
            entry for span in _split(self.text, start, end, ",") if (entry := self._entry(span, scope, anchor, depth))
        ]
        dropped = self._duplicates(found, (start, end))
        if dropped:
            self._forget(dropped)

    def _entry(self, span: Span, scope: str | None, anchor: int | None, depth: int) -> Entry | None:
        parts = tokens(self.text, *span)
        if not parts or parts[0].kind != "word":
            return None
        first_site = len(self.sites)
        path = list(_path(parts, 0))
        scope, anchor = self._resolve(path, scope, anchor)
        options = None
        rest = parts[2 * len(path) - 1 :]
        if rest and rest[0].text == "(":
            inside = rest[0].end, rest[-1].start if rest[-1].text == ")" and len(rest) > 1 else span[1]
            options = inside
            for part in _split(self.text, *inside, ";"):
                name, mark, _ = self.text[part[0] : part[1]].partition("=")
                if mark:
                    self.option(name.strip(), (part[0] + len(name) + 1, part[1]), scope, anchor, depth + 1)
        names = tuple(part.text for part in path)
        return Entry(span[0], span[1], path[-1], options, names, first_site, len(self.sites))

    def _resolve(
        self,
        path: list[Token],
        scope: str | None,
        anchor: int | None,
        variables: Mapping[str, tuple[str | None, int | None]] | None = None,
    ) -> tuple[str | None, int | None]:
        """The Graph type that a path leads to, and the site that gave it; reports the names in the path."""
        for index, part in enumerate(path):
            if index == 0 and variables and part.text in variables:
                scope, anchor = variables[part.text]
                continue
            word = deprecated_word(part.text, evidence=self.evidence, pascal_too=self.pascal)
            if word is not None and word.name in catalogue.COLLECTIONS:
                site = collection_site(word, part.start, part.end, version=self.version, query=self.query)
                anchor = self._add(site, None)
                scope = catalogue.COLLECTIONS[word.name].type
                continue
            if part.text.startswith(catalogue.NAMESPACE + "."):
                scope, anchor = self._cast(part, anchor)
                continue
            name = graph_word(part.text, pascal_too=self.pascal).name
            prop = property_of(scope, name)
            gone = prop is not None and prop.rule is not None and not prop.many
            if gone and scope in (catalogue.INSTANCE.name, catalogue.NEW_INSTANCE.name):
                self._add(sites.stage_read(part.start, part.end, part.text), anchor)
            scope = (prop.type if prop is not None else None) or declared(name)
        return scope, anchor

    def _cast(self, part: Token, anchor: int | None) -> tuple[str | None, int | None]:
        start = part.start + len(catalogue.NAMESPACE) + 1
        word = deprecated_word(self.text[start : part.end], evidence=True, pascal_too=self.pascal)
        if word is not None and word.name in catalogue.TYPES:
            row = catalogue.TYPES[word.name]
            site = type_site(word, start, part.end, new=row.variants.base if row.variants else None)
            return word.name, self._add(site, anchor)
        name = self.text[start : part.end]
        return (name if name in catalogue.TYPES else None), anchor

    def _add(self, site: Site, anchor: int | None) -> int:
        self.sites.append(site)
        index = len(self.sites) - 1
        if anchor is not None:
            self.links.append((anchor, index))
            self.sites[index] = site._replace(sources=(anchor,))
        return index

    def _duplicates(self, entries: list[Entry], inner: Span) -> list[int]:
        """Settle entries of which the new name stands in the same list (migration.md, 3.6)."""
        dropped: list[int] = []
        gone: dict[int, int] = {}
        spans = [(entry.start, entry.end) for entry in entries]
        twins = self._twins(entries)
        for index, entry in enumerate(entries if twins else ()):
            word = deprecated_word(entry.head.text, evidence=self.evidence, pascal_too=self.pascal)
            if (
                word is None
                or entry.first_site == entry.last_site
                or (entry.options is None and entry.head.end != entry.end)
            ):
                continue
            twin = twins.get((word.name, entry.path[:-1]))
            if twin is None:
                continue
            at = next(i for i in range(entry.first_site, entry.last_site) if self.sites[i].start == entry.head.start)
            other = entries[twin]
            mine, theirs = self._options(entry), self._options(other)
            if mine and theirs and mine != theirs:
                self.sites[at] = self.sites[at]._replace(
                    edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason="both-options"
                )
            elif mine and not theirs:
                gone[at] = twin
            else:
                gone[at] = index
                self.sites[at] = self.sites[at]._replace(edits=())
                dropped += [i for i in range(entry.first_site, entry.last_site) if i != at]

        def take(places: list[removal.Place]) -> list[Draft]:
            return removal.remove(self.text, spans, sorted(i for _, i in places), inner, removal.NO_COMMENTS)

        sites = list(gone)
        parts = removal.apart(self.text, [[(0, index)] for index in gone.values()], take)
        for at, part in zip(sites, parts, strict=True):
            self.sites[at] = self.sites[at]._replace(edits=(*self.sites[at].edits, *part.edits))
            self.links += [(sites[part.mate], at)] if sites[part.mate] != at else []
        return dropped

    def _twins(self, entries: list[Entry]) -> dict[tuple[str, tuple[str, ...]], int]:
        """The entries with new names, by the name that each replaces and the path before it."""
        found: dict[tuple[str, tuple[str, ...]], int] = {}
        for index, entry in enumerate(entries):
            prop = catalogue.REPLACED.get(graph_word(entry.head.text, pascal_too=self.pascal).name)
            if prop is not None:
                found.setdefault((prop.name, entry.path[:-1]), index)
        return found

    def _options(self, entry: Entry) -> str:
        return self.text[slice(*entry.options)].strip() if entry.options else ""

    def _forget(self, dropped: list[int]) -> None:
        """Take sites out again that lie in an entry which is removed."""
        moved: dict[int, int] = {}
        for index in range(len(self.sites)):
            if index not in dropped:
                moved[index] = len(moved)
        self.links = [(moved[a], moved[b]) for a, b in self.links if a in moved and b in moved]
        self.sites = [
            site._replace(sources=tuple(moved[source] for source in site.sources if source in moved))
            for index, site in enumerate(self.sites)
            if index in moved
        ]

    def condition(self, start: int, end: int, scope: str | None, anchor: int | None = None) -> None:
        """Read a condition: paths, lambdas and comparisons."""
        parts = tokens(self.text, start, end)
        reading = Reading([Frame({}, negated=False)])
        at = 0
        while at < len(parts):
            part = parts[at]
            if part.text == "(":
                reading.open()
            elif part.text == ")":
                reading.close()
            elif part.kind == "string":
                self._literal(Operand(None, None, part), reading)
            elif part.kind == "word" and part.text in OPERATORS:
                reading.take(part.text)
            elif part.kind == "word":
                at = self._operand(parts, at, (scope, anchor), reading)
            at += 1

    def _literal(self, literal: Operand, reading: Reading) -> None:
        if not reading.operator:
            reading.left = literal
            return
        self._compare(reading.left, reading.operator, literal, negated=reading.negated)
        if not reading.frame.many:
            reading.compared()

    def _operand(self, parts: list[Token], at: int, scope: tuple[str | None, int | None], reading: Reading) -> int:
        """Read what begins with a name; gives the index of its last token."""
        path = _path(parts, at)
        at += 2 * len(path) - 2
        following = parts[at + 1].text if at + 1 < len(parts) else ""
        if path[-1].text in _LAMBDAS and following == "(":
            return self._lambda(parts, at + 1, path, scope, reading)
        if at + 1 < len(parts) and parts[at + 1].kind == "string" and parts[at + 1].start == path[-1].end:
            self._enumeration(path[-1], reading.left.anchor if reading.left is not None else None)
        elif following != "(":
            operand = Operand(*self._resolve(path, *scope, reading.frame.variables))
            if reading.operator and not reading.frame.many:
                self._compare(operand, reading.operator, reading.left, negated=reading.negated)
                reading.compared()
            else:
                reading.left = operand
        return at

    def _enumeration(self, name: Token, anchor: int | None) -> None:
        """Report the type in `microsoft.graph.type'value'`."""
        word = deprecated_word(name.text.rpartition(".")[2], evidence=True, pascal_too=self.pascal)
        if word is not None and word.name in catalogue.TYPES:
            self._add(type_site(word, name.end - len(word.name), name.end), anchor)

    def _lambda(
        self,
        parts: list[Token],
        bracket: int,
        path: list[Token],
        scope: tuple[str | None, int | None],
        reading: Reading,
    ) -> int:
        """Enter `path/any(x:…)`; gives the index of the last token that was used."""
        found = self._resolve(path[:-1], *scope, reading.frame.variables)
        variables = dict(reading.frame.variables)
        if bracket + 2 < len(parts) and parts[bracket + 2].text == ":":
            variables[parts[bracket + 1].text] = found
            bracket += 2
        reading.frames.append(Frame(variables, reading.negated))
        reading.negate, reading.left = False, None
        return bracket

    def _compare(self, left: Operand | None, operator: str, right: Operand | None, *, negated: bool) -> None:
        if left is None or right is None:
            return
        path, value = (right, left) if left.literal else (left, right)
        if path.type not in (catalogue.STATUS.name, catalogue.NEW_STATUS.name):
            return
        token = value.literal
        found = old_status(token.text[1:-1], pascal_too=self.pascal) if token is not None else None
        if token is not None and found is not None:
            negated = negated or operator == "ne"
            site = status_site(found[0], token.start + 1, token.end - 1, spell=found[1], negated=negated)
            self._add(site, path.anchor)


def property_of(type_name: str | None, name: str) -> catalogue.Property | None:
    """The property of a Graph type, if the catalogue has it."""
    row = catalogue.TYPES.get(type_name or "")
    return next((prop for prop in row.properties if prop.name == name), None) if row is not None else None


def declared(name: str) -> str | None:
    """The Graph type of a property that can only be entitlement management's."""
    if name in catalogue.REPLACED or name.startswith(catalogue.EVIDENCE_PREFIXES[1]):
        return catalogue.PROPERTY_TYPES.get(name, (None, False))[0]
    return None


def _path(parts: list[Token], at: int) -> list[Token]:
    """The words of the path that begins at a token."""
    path = [parts[at]]
    while at + 2 < len(parts) and parts[at + 1].text == "/" and parts[at + 2].kind == "word":
        at += 2
        path.append(parts[at])
    return path


def _split(text: str, start: int, end: int, separator: str) -> list[Span]:
    """The parts between separators that stand in no brackets or quotes, without the blanks around them."""
    parts: list[Span] = []
    depth = 0
    begin = start
    for match in re.finditer(r"'(?:[^']|'')*'|[(),;]", text[start:end]):
        char, at = match[0], start + match.start()
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char == separator and depth == 0:
            parts.append((begin, at))
            begin = at + 1
    parts.append((begin, end))
    return [_trimmed(text, *part) for part in parts]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
