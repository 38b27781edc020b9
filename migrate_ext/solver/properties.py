"""Whether a name is Graph's where it is read, and what the properties of Graph objects hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability
from migrate_ext.graph import catalogue, names, sdk
from migrate_ext.graph import sites as graph_sites
from migrate_ext.languages.python import ir
from migrate_ext.solver.narrow import path_of
from migrate_ext.solver.sites import member, residual
from migrate_ext.solver.types import Types
from migrate_ext.solver.values import (
    NOWHERE,
    UNKNOWN,
    Answer,
    Builder,
    External,
    Function,
    Graph,
    Instance,
    Many,
    Member,
    Module,
    Other,
    Page,
    Places,
    Ref,
    Status,
    Text,
    Tup,
    UserClass,
    Value,
    Values,
    asks_of,
    file_of,
    offset_of,
    one,
    place_of,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.solver.state import Frame

GRAPH_NAMES = {names.snake(prop.name): prop.name for row in catalogue.TYPES.values() for prop in row.properties}
"""Graph's spelling of each property of the catalogue, by the SDK's."""

VALUE = "value"


class Properties(Types):
    """Properties of Graph objects, however they are read."""

    def _use_field(self, field: ir.Annotated, file: int, name: str, place: int) -> None:
        if name not in catalogue.COLLECTIONS or not isinstance(field.target, ir.Name) or not self.seen(place):
            return
        prop = catalogue.COLLECTIONS[name]
        start = offset_of(place)
        if names.is_distinctive(name) or self.evidence(file):
            self.sites.add(
                file_of(place), member(prop.rule or "", start, start + len(name), name, prop.new, collection=name)
            )
            self.sites.union((place, place_of(file, field.target.start)))

    def _touch_new(self, name: str, frame: Frame, node: ir.Expr | None, place: int) -> None:
        graph_name = GRAPH_NAMES.get(name, name)
        old = catalogue.REPLACED.get(graph_name)
        if old is not None and node is not None and self.seen(place) and (path := path_of(node)) is not None:
            self.sites.touched[("new", frame.file, self._function_key(frame), path, old.name)].add(place)

    def show_version(self, places: Iterable[int], asks: Places) -> None:
        """The version that an address shows is that of what is sent with it and of what is read off its answer."""
        version = version_of(asks)
        if version is not None:
            for place in places:
                self.versions[place].add(version)

    def _link_reads(self, base: Values, collection: str, place: int, frame: Frame, node: ir.Expr | None) -> None:
        self.reads.add(place)
        path = path_of(node) if node is not None else None
        if path is not None:
            self.sites.touched[("old", frame.file, self._function_key(frame), path, collection)].add(place)
        for value in base:
            asks = asks_of(value)
            self.show_version((place,), asks)
            for ask in asks:
                self.sites.asked.append((place, ask, collection))
            if isinstance(value, Builder):
                self.sites.union((place, *value.places))
            if isinstance(value, Ref):
                for key in self.texts(self.read(("keys", value))):
                    if key.value == collection and key.literal >= 0:
                        self.sites.union((place, key.literal))

    @staticmethod
    def _function_key(frame: Frame) -> int:
        info = frame.function
        while info is not None and info.node.name == "<lambda>" and info.parent is not None:
            info = info.parent
        return info.index if info is not None else -1

    def _is_graphs(self, base: Values, name: str, frame: Frame) -> bool:
        """Whether a collection's name, old or new, that is read off these values is Graph's (migration.md, 3.1)."""
        if any(self._comes_from_graph(value) for value in base):
            return True
        if any(isinstance(value, Ref) and value.kind == "dict" for value in base):
            return names.is_distinctive(name) or self.evidence(frame.file)
        if self.are_foreign(base):
            return False
        return names.is_distinctive(name) or self.evidence(frame.file)

    def _comes_from_graph(self, value: Value) -> bool:
        """Whether a value is an object of Graph: of a known type, or from an address in a file with evidence."""
        match value:
            case Builder() | Graph(sdk=True) | Page(sdk=True) | Many(sdk=True):
                return True
            case Graph(type, _, _, asks) | Page(type, _, _, asks) | Many(type, _, _, asks):
                return type is not None or any(ask >= 0 and self.evidence(file_of(ask)) for ask in asks)
            case _:
                return False

    def are_foreign(self, values: Values) -> bool:
        """Whether the values are known, and none of them can be Graph's."""
        return bool(values) and all(map(self._is_foreign, values))

    def _is_foreign(self, value: Value) -> bool:
        match value:
            case Instance(index) if any("__getattr__" in info.methods for info in self.lineage(index)):
                return False  # it hands on the attributes of something else
            case External(name, made):
                package = name.partition(".")[0]
                return package not in sdk.PACKAGES and (made or package != "builtins")
            case Answer(type="other"):
                return True
            case Other() | Instance() | UserClass() | Function() | Text() | Tup() | Module():
                return True
            case _:
                return False

    def _is_key(self, base: Values, name: str, frame: Frame) -> bool:
        """Whether a key is Graph's: also where the user's own TypedDict has it."""
        if any(isinstance(value, Instance) and self._field(value.index, name) for value in base):
            return names.is_distinctive(name) or self.evidence(frame.file)
        dicts = [value for value in base if isinstance(value, Ref) and value.kind == "dict"]
        if dicts and len(dicts) == len(base) and not names.is_distinctive(name):
            return self.evidence(frame.file) and not any(
                self.defeat(self.read(("item", value, name)), name) for value in dicts
            )
        return self._is_graphs(base, name, frame)

    def defeat(self, held: Values, name: str) -> bool:
        """Whether what a dict of the user's holds under a name cannot be the collection."""
        prop = catalogue.COLLECTIONS.get(name) or catalogue.REPLACED[name]
        own = {item.name for item in catalogue.TYPES[prop.type or ""].properties}
        for value in held:
            if isinstance(value, Ref) and value.kind == "dict":
                return True
            for element in self.elements(one(value)):
                if isinstance(element, Ref) and element.kind == "dict":
                    keys = {text.value.partition("@")[0] for text in self.texts(self.read(("keys", element)))}
                    if keys and not keys & own:
                        return True
        return False

    def _field(self, index: int, name: str) -> tuple[int, int] | None:
        """File and offset of a field of a user's class."""
        for info in self.lineage(index):
            field = info.fields.get(name)
            if field is not None and isinstance(field.target, ir.Name):
                return info.file, field.target.start
        return None

    def _link_fields(self, base: Values, name: str, place: int) -> None:
        for value in base:
            if isinstance(value, Instance) and self.reporting and (found := self._field(value.index, name)):
                self.sites.union((place, place_of(*found)))

    def _collection_value(self, base: Values, name: str, place: int) -> Values:
        """What a collection holds: the elements of a deprecated one have their type from here."""
        graph_name = GRAPH_NAMES.get(name, name)
        kind, _ = catalogue.PROPERTY_TYPES[graph_name]
        places = frozenset((place,)) if graph_name in catalogue.COLLECTIONS else NOWHERE
        asks = self.asks_of(base)
        model = graph_name != name
        builders = [value for value in base if isinstance(value, Builder)]
        found: set[Value] = set()
        if builders or (model and not base):
            found.add(Builder(kind, item=False, places=places, asks=asks))
        if not builders or len(builders) < len(base):
            found.add(Many(kind, model, places, asks))
        for value in base:
            if isinstance(value, Ref):
                found |= self.held_under(value, one(Text(graph_name)))
        return frozenset(found)

    def asks_of(self, values: Values) -> Places:
        """The queries whose answer holds the values."""
        return frozenset().union(*map(asks_of, values))

    def _enum_member(self, type_name: str, name: str, place: int, frame: Frame, places: Places) -> Values:
        row = catalogue.TYPES[type_name]
        for item in row.members:
            if names.pascal(item.name) != name:
                continue
            if item.rule is not None and item.new is not None and self.seen(place):
                start = offset_of(place)
                level = Applicability.SAFE if item.exact else Applicability.UNSAFE
                self.sites.add(
                    frame.file,
                    member(
                        item.rule, start, start + len(name), name, names.pascal(item.new),
                        level=level, reason="" if item.exact else "received", context=type_name,
                    ),
                )  # fmt: skip
                self.sites.union((place, *places))
            return one(Member(type_name, item.name, place))
        return UNKNOWN

    # properties of Graph objects, by attribute or key

    def _property(self, value: Graph, name: str, place: int, *, attribute: bool) -> Values:
        """The value of a property in Graph's spelling; one that has no counterpart is recorded."""
        if value.type is None:
            if name == VALUE:
                return one(Many(None, value.sdk, value.places, value.asks))
            return UNKNOWN if attribute else one(Graph(None, sdk=False, places=NOWHERE, asks=value.asks))
        row = catalogue.TYPES.get(value.type)
        prop = next((item for item in row.properties if item.name == name), None) if row is not None else None
        if prop is None:
            if name in catalogue.REPLACED:
                return one(Many(catalogue.PROPERTY_TYPES[name][0], value.sdk, NOWHERE, value.asks))
            return UNKNOWN
        if prop.rule is not None and prop.new is None:
            self._gone(value, prop, name, place, attribute=attribute)
        if prop.type in {catalogue.STATUS.name, catalogue.NEW_STATUS.name}:
            return one(Status(prop.type == catalogue.NEW_STATUS.name, VALUE, value.places))
        if prop.type in catalogue.TYPES and not catalogue.TYPES[prop.type or ""].members:
            places = value.places if catalogue.TYPES[prop.type or ""].rule else NOWHERE
            if prop.many:
                return one(Many(prop.type, value.sdk, places, value.asks))
            return one(Graph(prop.type, value.sdk, places, value.asks))
        return UNKNOWN

    def _gone(self, value: Graph, prop: catalogue.Property, name: str, place: int, *, attribute: bool) -> None:
        if not self.seen(place):
            return
        reason = "stage-read"
        if prop.rule == catalogue.CONCRETE_ONLY:
            concrete = value.places and value.places <= self.constructions.keys()
            if not attribute or not value.sdk or concrete:
                return
            reason = "narrow"
        file, start = file_of(place), offset_of(place)
        literal = self.literals.get(place)
        if literal is not None:
            start, end = literal.text.at(0), literal.text.end
        else:
            end = start + (len(names.snake(name)) if attribute and self._is_snake(file, start, name) else len(name))
        text = self.programs[file].text
        self.sites.add(file, residual(prop.rule or "", start, end, text[start:end], reason, context=value.type))
        self.sites.union({place, *value.places})
        self.sites.sources[place] |= value.places
        if literal is not None:
            self.handled.add(place)

    def _is_snake(self, file: int, start: int, name: str) -> bool:
        return self.programs[file].text.startswith(names.snake(name), start)

    def _member_by_name(self, type_name: str, text: Text, places: Places) -> Values:
        for item in catalogue.TYPES[type_name].members:
            if names.pascal(item.name) == text.value:
                self.use_status(text, item, Status(new=False, form="name", places=places))
                return one(Member(type_name, item.name, text.literal))
        return UNKNOWN

    def graph_key(self, key: str, file: int) -> str:
        """A key in Graph's own spelling."""
        if file in self.pascal and key[:1].isupper():
            return key[0].lower() + key[1:]
        return key

    def use_key(self, text: Text, prop: catalogue.Property) -> None:
        """Record a literal that is exactly a collection's name."""
        literal = self.literals[text.literal].text
        self.handled.add(text.literal)
        spell = str if text.value.startswith(prop.name) else names.pascal
        site = member(
            prop.rule or "", literal.at(0), literal.at(len(prop.name)), spell(prop.name),
            graph_sites.spelled(prop.new or "", spell),
            context=catalogue.OWNERS[prop.name], collection=prop.name,
        )  # fmt: skip
        self.sites.add(file_of(text.literal), site)
