"""What a name or key that is read off a value means, by the type that the value has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability
from migrate_ext.graph import catalogue, names, sdk
from migrate_ext.graph import sites as graph_sites
from migrate_ext.languages.python import ir
from migrate_ext.solver.execute import path_of
from migrate_ext.solver.sites import member, residual
from migrate_ext.solver.state import Target
from migrate_ext.solver.types import Types
from migrate_ext.solver.values import (
    NOWHERE,
    UNKNOWN,
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

_SNAKE = {names.snake(prop.name): prop.name for row in catalogue.TYPES.values() for prop in row.properties}
"""Graph's spelling of each property of the catalogue, by the SDK's."""

_SEGMENTS = {
    spell(segment): row.name for row in catalogue.TYPES.values() for segment in row.segments for spell in (names.snake,)
}
"""Types of the entities in the SDK's request builders."""

_TYPE_OF_NEW = {
    name: catalogue.TYPES[prop.type or ""].new or catalogue.CALLOUT_EXTENSION.name
    for name, prop in catalogue.REPLACED.items()
}

QUERY_OPTIONS = ("expand", "select", "filter", "orderby")
NEXT_LINK = "@odata.nextLink"
TYPE_KEY = "@odata.type"
VALUE = "value"


class Reads(Types):
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
            derived = {value.index for value in owned}
            base = frozenset(value for value in base if value not in owned and not self._inherited(value, derived))
            if not base:
                return own
        return own | self._read_name(base, name, place, frame, node)

    def _inherited(self, value: Value, derived: set[int]) -> bool:
        """Whether a Graph object is only there because a user's class derives from an SDK class."""
        return isinstance(value, Graph) and any(value in self.instance_of(index) for index in derived)

    def _read_name(self, base: Values, name: str, place: int, frame: Frame, node: ir.Expr | None) -> Values:
        if self._collection_attribute(base, name, place, frame, node):
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
                found |= self.read(("attribute", info.index, name))
            for kind in self.class_types(value.index):
                if isinstance(kind, Graph):
                    found |= self._property(kind, name, place, attribute=True)
        return frozenset(found)

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
                    context=catalogue.OWNERS[graph_name], collection=graph_name, version=self.sdk_version(frame),
                ),
            )  # fmt: skip
            self._link_reads(base, graph_name, place, frame, node)
        return True

    def _touch_new(self, name: str, frame: Frame, node: ir.Expr | None, place: int) -> None:
        graph_name = _SNAKE.get(name, name)
        old = catalogue.REPLACED.get(graph_name)
        if old is not None and node is not None and self.seen(place) and (path := path_of(node)) is not None:
            self.sites.touched[("new", frame.file, self._function_key(frame), path, old.name)].add(place)

    def _link_reads(self, base: Values, collection: str, place: int, frame: Frame, node: ir.Expr | None) -> None:
        self.reads.add(place)
        path = path_of(node) if node is not None else None
        if path is not None:
            self.sites.touched[("old", frame.file, self._function_key(frame), path, collection)].add(place)
        for value in base:
            asks = asks_of(value)
            version = version_of(asks)
            if version is not None:
                self.versions.setdefault(place, version)
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
        """Whether a deprecated name that is read off these values is Graph's (migration.md, 3.1)."""
        if any(isinstance(value, (Graph, Builder, Page, Many)) for value in base):
            return True
        if any(isinstance(value, Ref) and value.kind == "dict" for value in base):
            return names.is_distinctive(name) or self.evidence(frame.file)
        if base and all(self._is_foreign(value) for value in base):
            return False
        return names.is_distinctive(name) or self.evidence(frame.file)

    @staticmethod
    def _is_foreign(value: Value) -> bool:
        match value:
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
            return self.evidence(frame.file) and not any(self._defeats(value, name) for value in dicts)
        return self._is_graphs(base, name, frame)

    def _defeats(self, ref: Ref, name: str) -> bool:
        """Whether what a dict of the user's holds under a name cannot be the collection."""
        held = self.read(("item", ref, name))
        prop = catalogue.COLLECTIONS[name]
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
        """What a deprecated collection holds: its elements have their type from here."""
        attribute = sdk.attributes().get(name)
        prop = catalogue.COLLECTIONS[attribute.graph if attribute is not None else name]
        places = frozenset((place,))
        asks = self.asks_of(base)
        model = attribute is not None
        builders = [value for value in base if isinstance(value, Builder)]
        found: set[Value] = set()
        if builders or (model and not base):
            found.add(Builder(prop.type, item=False, places=places, asks=asks))
        if not builders or len(builders) < len(base):
            found.add(Many(prop.type, model, places, asks))
        for value in base:
            if isinstance(value, Ref):
                found |= self.held_under(value, one(Text(prop.name)))
        return frozenset(found)

    def asks_of(self, values: Values) -> Places:
        """The queries whose answer holds the values."""
        return frozenset().union(*map(asks_of, values))

    def _attribute_of(self, value: Value, name: str, place: int, frame: Frame) -> Values:
        match value:
            case Graph():
                graph_name = _SNAKE.get(name, name)
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
            case Model(type, kind, places) if kind in {"builder", "item builder", "config"}:
                return one(Model(type, "config", places))
            case UserClass(index) | Instance(index):
                return self._class_attribute(value, index, name, place)
            case Module(index):
                return self.member_of_module(index, name, frame)
            case External(dotted, made):
                return self.member_of_external(dotted, name, made=made)
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
            found |= self.read(("attribute", info.index, name))
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
            return one(Builder(_SEGMENTS[name], item=False, places=value.places))
        graph_name = _SNAKE.get(name)
        if value.type is not None and graph_name is not None:
            for prop in catalogue.TYPES[value.type].properties:
                if prop.name == graph_name and prop.type in catalogue.TYPES:
                    return one(Builder(prop.type, not prop.many, value.places, value.asks))
        return one(Builder(None, item=False, places=NOWHERE, asks=value.asks))

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
                return one(Many(_TYPE_OF_NEW[name], value.sdk, NOWHERE, value.asks))
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
        if prop.rule == "CEX304":
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

    # keys

    def _subscript(self, node: ir.Subscript, frame: Frame) -> Values:
        base = self.evaluate(node.base, frame)
        if isinstance(node.index, ir.Slice):
            self.evaluate(node.index, frame)
            return base
        keys = self.evaluate(node.index, frame)
        if any(isinstance(value, External) and value.name.endswith(".Literal") for value in base):
            parts = [values for key in keys if isinstance(key, Tup) for values in key.items] or [keys]
            return one(Choices(frozenset().union(*parts)))
        self.note_lookup(base, keys, certain=True)
        return self.read_keys(base, keys, frame, node=node.index, owner=node.base)

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
                case Model(type, "enum", places):
                    for text in texts:
                        found |= self._member_by_name(type, text, places)
                case _ if not texts:
                    found |= self.elements(one(value))
        return frozenset(found)

    def _member_by_name(self, type_name: str, text: Text, places: Places) -> Values:
        for item in catalogue.TYPES[type_name].members:
            if names.pascal(item.name) == text.value:
                self.use_status(text, item, Status(new=False, form="name", places=places))
                return one(Member(type_name, item.name, text.literal))
        return UNKNOWN

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
            return one(Many(_TYPE_OF_NEW[name], sdk=False, places=NOWHERE, asks=self.asks_of(base)))
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
                        found |= self.read(("attribute", info.index, name))
                for kind in self.class_types(index):
                    found |= self._item_of(kind, name, place, frame)
                return frozenset(found)
            case _:
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

    # writes

    def assign_attribute(self, target: ir.Attribute, values: Values, frame: Frame) -> None:
        """`x.name = values`."""
        base = self.evaluate(target.base, frame)
        path = path_of(target)
        for value in base:
            if isinstance(value, (Instance, UserClass)) and not frame.call:
                self.add(("attribute", value.index, target.name), values)
        if target.name in QUERY_OPTIONS:
            self.ask(values)
        held = self.read_name(base, target.name, target.start, frame, target.base)
        self._written(Target(base, target.name, target.base), values, held, frame)
        if path is not None:
            frame.env[path] = values
            frame.dotted = True

    def _written(self, target: Target, values: Values, held: Values, frame: Frame) -> None:
        """What is written into a property has its type, and goes with it."""
        self.agree(values, held)
        for value in values:
            if isinstance(value, Ref):
                self.type_contents(value, held)
        self.note_written(target, values, held, frame)

    def type_contents(self, ref: Ref, held: Values) -> None:
        """Dicts that stand where Graph objects of a type are expected are such objects."""
        kinds = {leaf for leaf in self.leaves(held) if leaf.type is not None}
        targets = (
            [ref]
            if ref.kind == "dict"
            else [value for value in self.read(("elements", ref)) if isinstance(value, Ref) and value.kind == "dict"]
        )
        for target in targets:
            self.add(
                ("type", target), {Graph(kind.type, sdk=False, places=kind.places | {target.place}) for kind in kinds}
            )

    def assign_item(self, target: ir.Subscript, values: Values, frame: Frame) -> None:
        """`x[key] = values`."""
        base = self.evaluate(target.base, frame)
        keys = self.evaluate(target.index, frame)
        held = self.read_keys(base, keys, frame, node=target.index, owner=target.base)
        for value in base:
            if isinstance(value, Ref) and value.kind == "dict":
                self.store(value, keys, values)
                self.type_by_keys(value)
            elif isinstance(value, Ref):
                self.put(value, values)
        for text in self.texts(keys):
            self._written(Target(base, text.value, target.base), values, held, frame)

    def type_by_keys(self, ref: Ref) -> None:
        """A dict is a Graph object by its keys (migration.md, 3.1)."""
        keys = {text.value for text in self.texts(self.read(("keys", ref)))}
        for row in catalogue.TYPES.values():
            if not row.marks or row.rule is None:
                continue
            own = {prop.name for prop in row.properties}
            if row.marks[0] in keys and len(keys & own) > 1 and (row.distinctive or self._stage_known(ref)):
                self.add(("type", ref), one(Graph(row.name, sdk=False, places=frozenset((ref.place,)))))

    def _stage_known(self, ref: Ref) -> bool:
        variants = catalogue.EXTENSION.variants
        if variants is None:
            return False
        stages = {stage for stage, _ in variants.by_value}
        return any(text.value in stages for text in self.texts(self.read(("item", ref, variants.beside))))
