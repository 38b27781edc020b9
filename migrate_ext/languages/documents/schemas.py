"""Schemas: JSON Schema, OpenAPI and CSDL describe Graph's shapes instead of holding them (migration.md, 5)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Role, Site
from migrate_ext.graph import catalogue, odata, shapes, sites
from migrate_ext.graph.expressions import declared, property_of
from migrate_ext.graph.names import word_pattern
from migrate_ext.graph.shapes import Found
from migrate_ext.graph.tree import Member, Node, NodeKind, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrate_ext.graph.objects import Dialect

_INSTANCES = (catalogue.INSTANCE.name, catalogue.NEW_INSTANCE.name)
_STATUSES = (catalogue.STATUS.name, catalogue.NEW_STATUS.name)
_DEFINITIONS = frozenset({"definitions", "$defs", "schemas"})
_PROPERTIES = frozenset({"properties", "patternProperties"})
_SAME = frozenset(
    {"items", "allOf", "anyOf", "oneOf", "not", "then", "else", "if", "prefixItems", "additionalProperties"}
)
_PROSE = frozenset({"title", "description", "summary", "$comment"})
_ENUMERATIONS = frozenset({"enum", "const"})
_VALUES = _ENUMERATIONS | {"required", "propertyOrdering"}
_DATA = frozenset({"example", "examples", "default", "x-example"})


def is_schema(node: Node) -> bool:
    """Whether an object is a schema, or a document of schemas."""
    schema = node.get("$schema")
    if schema is not None and isinstance(schema.value, str) and "json-schema.org" in schema.value:
        return True
    if any(_is_text(node.get(key)) for key in ("openapi", "swagger")) and node.get("info") is not None:
        return True
    if _is_text(node.get("$Version")) and any(member.value.kind is NodeKind.OBJECT for member in node.members):
        return True
    kind, properties = node.get("type"), node.get("properties")
    if properties is None or properties.kind is not NodeKind.OBJECT or kind is None:
        return False
    return kind.value == "object" or any(item.value == "object" for item in kind.items)


def _is_text(node: Node | None) -> bool:
    return node is not None and node.kind in (NodeKind.STRING, NodeKind.NUMBER)


def analyse(root: Node, text: str, dialect: Dialect, *, evidence: bool, contract: bool = True) -> Found:
    """What a schema names, as one group; `contract` says that others rely on it."""
    reader = _Schema(text, dialect, evidence)
    reader.run(root)
    found = reader.found
    for node, place in reader.examples:
        many = node.kind is NodeKind.ARRAY
        found.absorb(shapes.analyse(node, text, place=place, many=many, evidence=evidence, dialect=dialect))
    solid = [index for index, site in enumerate(found.sites) if site.code != catalogue.MENTION]
    if contract:
        found.links += [(solid[0], index) for index in solid[1:]]
        for index in solid:
            site = found.sites[index]
            if site.role is Role.MEMBER:
                level = min(site.level, Applicability.UNSAFE)
                found.sites[index] = site._replace(level=level, reason=site.reason or "schema")
    return found


@dataclass(frozen=True, slots=True)
class _Work:
    node: Node
    key: str = ""
    place: str | None = None
    """The Graph type that the schema describes."""
    anchor: int | None = None
    names: bool = False
    """The keys are names of properties or types, not words of the schema language."""


@dataclass(slots=True)
class _Schema:
    text: str
    dialect: Dialect
    evidence: bool
    found: Found = field(default_factory=Found)
    examples: list[tuple[Node, str | None]] = field(default_factory=list)
    """Data that a schema gives as examples, with the type that it describes."""

    def run(self, root: Node) -> None:
        stack = [_Work(root)]
        seen: set[tuple[int, str | None]] = set()
        while stack:
            work = stack.pop()
            if (id(work.node), work.place) in seen:
                continue
            seen.add((id(work.node), work.place))
            if work.node.kind is NodeKind.OBJECT:
                parts = [self.member(work, member) for member in work.node.members]
                stack += [part for part in reversed(parts) if part is not None]
            elif work.node.kind is NodeKind.ARRAY:
                stack += reversed([replace(work, node=item) for item in work.node.items])
            elif work.node.kind is NodeKind.STRING:
                self.string(work)

    def member(self, work: _Work, member: Member) -> _Work | None:
        """Report a key; gives the work that its value is."""
        key = str(member.key)
        child = _Work(member.value, key, work.place, work.anchor)
        if work.names:
            return self.named(work, member, child)
        if key in _DATA:
            self.examples.append((member.value, work.place))
            return None
        if key in _PROPERTIES | _DEFINITIONS:
            apart = key in _DEFINITIONS
            place, anchor = (None, None) if apart else (work.place, work.anchor)
            return replace(child, names=True, place=place, anchor=anchor)
        if key in _SAME:
            return child
        if self.csdl(member):
            return replace(child, place=_type_named(key), names=True)
        anchor = self.key(member, work)
        return replace(child, place=self.place(work, member), anchor=anchor if anchor is not None else work.anchor)

    def place(self, work: _Work, member: Member) -> str | None:
        """The Graph type that the value of a word of the schema language is about."""
        key = str(member.key)
        prop = property_of(work.place, key)
        if prop is not None and self.is_csdl(member.value):
            return prop.type
        return work.place if key in _VALUES else None

    def csdl(self, member: Member) -> bool:
        """Whether a member of a CSDL document declares a type."""
        kind = member.value.get("$Kind") if member.value.kind is NodeKind.OBJECT else None
        if kind is None or not str(kind.value).endswith("Type"):
            return False
        self.key(member, _Work(member.value))
        return True

    def is_csdl(self, node: Node) -> bool:
        return node.kind is NodeKind.OBJECT and any(str(member.key).startswith("$") for member in node.members)

    def named(self, work: _Work, member: Member, child: _Work) -> _Work:
        """The name of a property of a type, or of a type."""
        key = str(member.key)
        name = sites.graph_word(key, pascal_too=self.dialect.pascal).name
        if name == catalogue.STAGE_FIELD and self.is_instance(work) and member.text is not None:
            site = sites.stage_read(0, len(key), key)
            self.add(member.text.lift(site)._replace(reason="schema-stage"), work.anchor)
            return child
        if work.place in _STATUSES and isinstance(member.value.value, int) and member.text is not None:
            self.status(member.text, work.anchor)
            return child
        anchor = self.key(member, work)
        prop = catalogue.COLLECTIONS.get(name) or property_of(work.place, name)
        place = prop.type if prop is not None else declared(name) or _type_named(key)
        if place is None and name == catalogue.STATUS_FIELD and self.is_instance(work):
            place = catalogue.STATUS.name
        return replace(child, place=place, anchor=anchor if anchor is not None else work.anchor)

    def is_instance(self, work: _Work) -> bool:
        """Whether properties are those of an instance: by the place, or by the shape (migration.md, 3.1)."""
        if work.place is not None:
            return work.place in _INSTANCES
        keys = {sites.graph_word(str(one.key), pascal_too=self.dialect.pascal).name for one in work.node.members}
        others = {prop.name for prop in catalogue.INSTANCE.properties} - {catalogue.EXTENSION_ID_FIELD}
        return catalogue.EXTENSION_ID_FIELD in keys and bool(others & keys)

    def key(self, member: Member, work: _Work) -> int | None:
        text = member.text
        if text is None or word_pattern().search(text.value) is None:
            return None
        return self.words(text, work.anchor)

    def string(self, work: _Work) -> None:
        node = work.node
        if node.text is None:
            return
        if work.place in _STATUSES and work.key in _ENUMERATIONS:
            self.status(node.text, work.anchor)
            return
        if word_pattern().search(node.text.value) is None:
            return
        if work.key in _PROSE:
            self.found.sites += self.mentions(node.text)
            return
        self.words(node.text, work.anchor)

    def status(self, text: Text, anchor: int | None) -> None:
        """A value of an enumeration of the old statuses: the new one has more."""
        found = sites.old_status(text.value, pascal_too=self.dialect.pascal)
        if found is not None:
            site = sites.status_site(found[0], 0, len(text.value), spell=found[1])
            site = site._replace(edits=(), level=Applicability.MANUAL, role=Role.RESIDUAL, reason="enumeration")
            self.add(text.lift(site), anchor)

    def words(self, text: Text, anchor: int | None) -> int | None:
        """The names in a key or string; gives the site of the first."""
        value = text.value
        scan = odata.scan(value, evidence=self.evidence, pascal=self.dialect.pascal)
        found: Sequence[Site] = scan.sites
        if scan.kind in (odata.Kind.PROSE, odata.Kind.NONE) or not found:
            found = self.reference(value)
        if not found:
            self.found.sites += self.mentions(text)
            return None
        indices = [self.add(text.lift(self.based(site)), anchor) for site in found]
        self.found.links += [(indices[0], index) for index in indices[1:]]
        return indices[0]

    def reference(self, value: str) -> list[Site]:
        """The name at the end of a reference (`#/components/schemas/microsoft.graph.…`)."""
        _head, slash, last = value.rpartition("/")
        if not slash or any(char.isspace() for char in value):
            return []
        name = last.rpartition(".")[2]
        word = sites.deprecated_word(name, evidence=self.evidence or "." in last, pascal_too=self.dialect.pascal)
        if word is None:
            return []
        start = len(value) - len(name)
        if word.name in catalogue.COLLECTIONS:
            return [sites.collection_site(word, start, len(value))]
        return [sites.type_site(word, start, len(value))]

    def based(self, site: Site) -> Site:
        """In a schema, the type that depends on a stage is the common base."""
        if site.reason != "no-stage" or catalogue.EXTENSION.variants is None:
            return site
        word = sites.graph_word(site.symbol, pascal_too=self.dialect.pascal)
        return sites.type_site(word, site.start, site.end, new=catalogue.EXTENSION.variants.base)

    def mentions(self, text: Text) -> list[Site]:
        from migrate_ext.graph.shapes import mention_site

        found = odata.mentions(text.value, evidence=self.evidence)
        return [text.lift(mention_site(start, end, word)) for start, end, word in found]

    def add(self, site: Site, anchor: int | None) -> int:
        self.found.sites.append(site)
        index = len(self.found.sites) - 1
        if anchor is not None:
            self.found.links.append((anchor, index))
        return index


def _type_named(key: str) -> str | None:
    name = key.rpartition(".")[2]
    name = name[:1].lower() + name[1:]
    return name if name in catalogue.TYPES else None
