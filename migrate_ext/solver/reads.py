"""What a name or key that is read off a value means, by the type that the value has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migrate_ext.graph import catalogue, names, sdk
from migrate_ext.languages.python import ir
from migrate_ext.solver.narrow import path_of
from migrate_ext.solver.properties import GRAPH_NAMES, VALUE, Properties
from migrate_ext.solver.sites import member
from migrate_ext.solver.values import (
    NOWHERE,
    UNKNOWN,
    Alias,
    Answer,
    Builder,
    Choices,
    External,
    Function,
    Graph,
    Instance,
    Many,
    Map,
    Member,
    Method,
    Model,
    Module,
    Page,
    Ref,
    Status,
    Text,
    Tup,
    UserClass,
    Value,
    Values,
    offset_of,
    one,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.solver.state import Frame

_SEGMENTS = {
    spell(segment): row.name for row in catalogue.TYPES.values() for segment in row.segments for spell in (names.snake,)
}
"""Types of the entities in the SDK's request builders."""

NEXT_LINK = "@odata.nextLink"

TYPE_KEY = "@odata.type"


class Reads(Properties):
    """Attributes and keys."""

    # attributes

    def _attribute(self, node: ir.Attribute, frame: Frame) -> Values:
        base = self.evaluate(node.base, frame)
        path = path_of(node)
        if path is not None and path in frame.env:
            self.read_name(base, node.name, node.start, frame, node.base)
            return frame.env[path]
        self.use_member_name(node, base, frame)
        return self.read_name(base, node.name, node.start, frame, node.base)

    def read_name(self, base: Values, name: str, start: int, frame: Frame, node: ir.Expr | None) -> Values:
        """What an attribute is; a deprecated one is recorded at `start`."""
        place = self.place(frame, start)
        owned = [value for value in base if isinstance(value, Instance) and self.defines(value.index, name)]
        own = self._own_attributes(owned, name, place, frame)
        if owned:
            derived = frozenset(owned)
            base = frozenset(value for value in base if value not in derived and not self._inherited(value, derived))
            if not base:
                return own
        return own | self._read_name(base, name, place, frame, node)

    def _inherited(self, value: Value, derived: Iterable[Instance]) -> bool:
        """Whether a Graph object is only there because a user's class derives from an SDK class."""
        return isinstance(value, Graph) and any(value in self.instance_of(at.index, at.types) for at in derived)

    def _read_name(self, base: Values, name: str, place: int, frame: Frame, node: ir.Expr | None) -> Values:
        if self._collection_attribute(base, name, place, frame, node) or self._new_collection(base, name, frame):
            return self._collection_value(base, name, place)
        found: set[Value] = set()
        for value in base:
            found |= self._attribute_of(value, name, place, frame)
        if not base:
            found |= self._attribute_of_unknown(name)
        return frozenset(found)

    def _own_attributes(self, owned: Iterable[Instance], name: str, place: int, frame: Frame) -> Values:
        found: set[Value] = set()
        for value in owned:
            for info in self.lineage(value.index):
                if name in info.methods:
                    method = info.methods[name]
                    if method.decorators & {"property", "cached_property"}:
                        found |= self.call_function(method, [one(value)], {}, frame, None)
                    else:
                        static = "staticmethod" in method.decorators
                        found.add(Function(method.index, None if static else one(value)))
                    break
                if name in info.fields:
                    self._use_field(info.fields[name], info.file, name, place)
                found |= self.attribute_in(value, info, name)
            for kind in self.class_types(value.index):
                if isinstance(kind, Graph):
                    found |= self._property(kind, name, place, attribute=True)
        return frozenset(found)

    def _collection_attribute(self, base: Values, name: str, place: int, frame: Frame, node: ir.Expr | None) -> bool:
        """Record the use of a deprecated collection or request builder, if it is one."""
        attribute = sdk.attributes().get(name)
        graph_name = attribute.graph if attribute is not None else name
        prop = catalogue.COLLECTIONS.get(graph_name)
        if prop is None or (attribute is not None and attribute.kind is not sdk.Kind.COLLECTION):
            self._touch_new(name, frame, node, place)
            return False
        if not self._is_graphs(base, graph_name, frame):
            return False
        if self.seen(place):
            start = offset_of(place)
            new = attribute.new if attribute is not None else prop.new
            self.sites.add(
                frame.file,
                member(
                    prop.rule or "", start, start + len(name), name, new,
                    context=catalogue.OWNERS[graph_name], collection=graph_name,
                    version=self.sdk_version(frame) if version_of(self.asks_of(base)) is None else None,
                ),
            )  # fmt: skip
            self._link_reads(base, graph_name, place, frame, node)
        return True

    def _new_collection(self, base: Values, name: str, frame: Frame) -> bool:
        """Whether an attribute is a collection that replaces a deprecated one."""
        graph_name = GRAPH_NAMES.get(name, name)
        return graph_name in catalogue.REPLACED and self._is_graphs(base, graph_name, frame)

    def _attribute_of(self, value: Value, name: str, place: int, frame: Frame) -> Values:
        match value:
            case Graph() if name == sdk.TYPE_ATTRIBUTE:
                return one(Status(new=False, form="type", places=value.places))
            case Graph():
                graph_name = GRAPH_NAMES.get(name, name)
                return self._property(value, graph_name, place, attribute=True) or self._method(value, name)
            case Page(type, is_sdk, places, asks) if name == VALUE:
                return one(Many(type, is_sdk, places, asks))
            case Page(type, is_sdk, places, asks) if name == "odata_next_link":
                return one(Answer(type, many=True, places=places, asks=asks))
            case Builder():
                return self._builder_attribute(value, name)
            case Status(new, _, places) if name in {VALUE, "name"}:
                return one(Status(new, name, places))
            case Member() if name in {VALUE, "name"}:
                return one(value)
            case Model(type, "enum", places):
                return self._enum_member(type, name, place, frame, places)
            case Model(kind="builder" | "item builder" | "config"):
                return one(replace(value, kind="config"))
            case UserClass(index) | Instance(index):
                return self._class_attribute(value, index, name, place)
            case Module(index):
                return self.member_of_module(index, name, frame)
            case External(dotted, made):
                return self.member_of_external(dotted, name, place, made=made)
            case Text() if name in {VALUE, "name"}:
                return one(value)
            case _:
                return self._method(value, name)

    @staticmethod
    def _method(value: Value, name: str) -> Values:
        return one(Method(one(value), name)) if isinstance(value, (Ref, Answer, Graph, Map, Page)) else UNKNOWN

    def _class_attribute(self, value: UserClass | Instance, index: int, name: str, place: int) -> Values:
        found: set[Value] = set()
        for info in self.lineage(index):
            if name in info.methods:
                decorators = info.methods[name].decorators
                bound = one(value) if isinstance(value, Instance) or "classmethod" in decorators else None
                if "staticmethod" in decorators:
                    bound = None
                return one(Function(info.methods[name].index, bound))
            found |= self.attribute_in(value, info, name)
        if isinstance(value, Instance):
            for kind in self.class_types(index):
                if isinstance(kind, Graph):
                    found |= self._property(kind, name, place, attribute=True)
        return frozenset(found)

    def _attribute_of_unknown(self, name: str) -> Values:
        if name in _SEGMENTS:
            return one(Builder(_SEGMENTS[name], item=False))
        return UNKNOWN

    def _builder_attribute(self, value: Builder, name: str) -> Values:
        if name in _SEGMENTS:
            return one(Builder(_SEGMENTS[name], item=False, places=value.places, asks=value.asks))
        graph_name = GRAPH_NAMES.get(name)
        if value.type is not None and graph_name is not None:
            for prop in catalogue.TYPES[value.type].properties:
                if prop.name == graph_name and prop.type in catalogue.TYPES:
                    return one(Builder(prop.type, not prop.many, value.places, value.asks))
        return one(Builder(None, item=False, places=NOWHERE, asks=value.asks))

    # keys

    def _subscript(self, node: ir.Subscript, frame: Frame) -> Values:
        base = self.evaluate(node.base, frame)
        if isinstance(node.index, ir.Slice):
            self.evaluate(node.index, frame)
            return base
        keys = self.evaluate(node.index, frame)
        if any(isinstance(value, (External, UserClass, Alias)) and self._is_type(value) for value in base):
            described = self._subscripted_type(node, base, frame)
            if described:
                return described
        self.note_lookup(base, keys, certain=True)
        return self.read_keys(base, keys, frame, node=node.index, owner=node.base)

    def _is_type(self, value: External | UserClass | Alias) -> bool:
        if isinstance(value, External):
            return not value.made
        return isinstance(value, Alias) or bool(self.variables_of(value.index))

    def _subscripted_type(self, node: ir.Subscript, base: Values, frame: Frame) -> Values:
        """A type that is given arguments: `list[X]`, `Store[X]`; with type variables among them it is an alias."""
        described = self.generic(node, frame)
        given = frozenset(UserClass(value.index, value.types) for value in described if isinstance(value, Instance))
        if given and any(isinstance(value, UserClass) for value in base):
            return given
        variables = self.variables(node.index, frame)
        if variables and not frame.types:
            return self.alias(node, variables, frame)
        return one(Choices(described)) if described else UNKNOWN

    def read_keys(
        self, base: Values, keys: Values, frame: Frame, *, node: ir.Expr | None = None, owner: ir.Expr | None = None
    ) -> Values:
        """What stands under the keys in the values; deprecated keys are recorded where they are written."""
        texts = self.texts(keys)
        found: set[Value] = set()
        for text in texts:
            found |= self._under_key(base, text, frame, owner, node)
        for value in base:
            match value:
                case Ref(kind="dict"):
                    found |= self.held_under(value, keys)
                case Map(values):
                    found |= values
                case Tup(items) if isinstance(node, ir.Constant) and isinstance(node.value, int):
                    if -len(items) <= node.value < len(items):
                        found |= items[node.value]
                case Model(type, "enum", places) if texts:
                    for text in texts:
                        found |= self._member_by_name(type, text, places)
                case Instance() if tuple_ := self.named_tuple(value):
                    found |= self.read_keys(one(tuple_), keys, frame, node=node)
                case Instance() if given := self.given_by(value, "__getitem__"):
                    found |= given
                case _ if not texts:
                    found |= self.elements(one(value))
        return frozenset(found)

    def _under_key(self, base: Values, text: Text, frame: Frame, owner: ir.Expr | None, node: ir.Expr | None) -> Values:
        graph_name = self.graph_key(text.value, frame.file)
        name, _, annotation = graph_name.partition("@")
        prop = catalogue.COLLECTIONS.get(name)
        place = text.literal
        if prop is not None:
            if not self._is_key(base, name, frame):
                self.denied.add(place)
                return UNKNOWN
            self._link_fields(base, name, place)
            if place >= 0 and self.seen(place):
                self.use_key(text, prop)
            where = place if place >= 0 else self.place(frame, getattr(node, "start", 0))
            if annotation:
                return UNKNOWN
            if self.reporting and not self.stack:
                self._link_reads(base, name, where, frame, owner)
            return self._collection_value(base, name, where)
        name = graph_name
        if name in catalogue.REPLACED:
            if self.reporting and owner is not None and (path := path_of(owner)) is not None:
                old = catalogue.REPLACED[name].name
                key = ("new", frame.file, self._function_key(frame), path, old)
                self.sites.touched[key].add(self.place(frame, getattr(node, "start", 0)))
            return self._collection_value(base, name, place) if self._is_key(base, name, frame) else UNKNOWN
        found: set[Value] = set()
        for value in base:
            found |= self._item_of(value, name, place, frame)
        return frozenset(found)

    def _item_of(self, value: Value, name: str, place: int, frame: Frame) -> Values:
        match value:
            case Graph():
                if name == TYPE_KEY:
                    return one(Status(new=False, form="type", places=value.places))
                return self._property(value, name, place, attribute=False)
            case Page(type, is_sdk, places, asks) if name == VALUE:
                return one(Many(type, is_sdk, places, asks))
            case Page(type, _, places, asks) if name == NEXT_LINK:
                return one(Answer(type, many=True, places=places, asks=asks))
            case Ref(kind="dict"):
                return frozenset().union(*(self._item_of(kind, name, place, frame) for kind in self.typed(one(value))))
            case Instance(index):
                found = set(self.read(("attribute", index, name)))
                for info in self.lineage(index):
                    if name in info.fields:
                        found |= self.attribute_in(value, info, name)
                for kind in self.class_types(index):
                    found |= self._item_of(kind, name, place, frame)
                return frozenset(found)
            case _:
                return UNKNOWN
