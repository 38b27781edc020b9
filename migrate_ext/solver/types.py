"""What annotations, classes and their fields say about values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.graph import catalogue, names, sdk
from migrate_ext.languages.python import ir
from migrate_ext.solver.env import Env
from migrate_ext.solver.generics import ITERABLES, MAPPINGS, TRANSPARENT, Generics, parts_of, word_of
from migrate_ext.solver.sites import member, residual
from migrate_ext.solver.state import Frame, statuses_of
from migrate_ext.solver.values import (
    UNKNOWN,
    Alias,
    Builder,
    Choices,
    External,
    Graph,
    Instance,
    Map,
    Model,
    Page,
    Seq,
    Text,
    Tup,
    UserClass,
    Value,
    Values,
    one,
    shown_by,
)
from migrate_ext.solver.values import Types as GivenTypes

if TYPE_CHECKING:
    from migrate_ext.solver.state import ClassInfo

_UNINFORMATIVE = ("builtins.", "typing.", "typing_extensions.", "collections.", "types.", "unittest.mock.", "abc.")
_CARRIERS = ("Response", "Request", "Mock")
"""Classes whose objects hold what they are given: the calls say more than the annotation."""
_DESCRIBED = [
    (row, frozenset(prop.name for prop in row.properties))
    for row in catalogue.TYPES.values()
    if row.rule and row.marks and row.distinctive
]
"""The types that a class of the user's describes by the names of its fields, with these names."""


class Types(Generics):
    """Reads annotations and class bodies."""

    def annotated(self, node: ir.Expr, frame: Frame) -> Values:
        """The values that an annotation allows, as far as it says anything."""
        match node:
            case ir.Binary(operator="|", left=left, right=right):
                return self.annotated(left, frame) | self.annotated(right, frame)
            case ir.Subscript():
                return self.generic(node, frame)
            case ir.Name(id=name) if name in frame.types:
                return frame.types[name]
            case ir.Name() | ir.Attribute():
                return self.objects_of(self.evaluate(node, frame))
            case _:
                self.evaluate(node, frame)
                return UNKNOWN

    def generic(self, node: ir.Subscript, frame: Frame) -> Values:
        """The objects of a type that is subscripted with others."""
        base = self.evaluate(node.base, frame)
        word, parts = word_of(node), parts_of(node)
        if word == "Literal":
            return frozenset(text for part in parts for text in self.texts(self.evaluate(part, frame)))
        inner = [self.annotated(part, frame) for part in parts] or [UNKNOWN]
        if word in TRANSPARENT:
            return inner[0]
        if word == "Union":
            return frozenset().union(*inner)
        if word == "Coroutine":
            return inner[-1]
        if word in ITERABLES:
            return one(Seq(inner[0])) if inner[0] else UNKNOWN
        if word in MAPPINGS:
            return one(Map(inner[-1], inner[0])) if inner[-1] or inner[0] else UNKNOWN
        if word in {"tuple", "Tuple"}:
            if len(parts) == 2 and isinstance(parts[1], ir.Constant) and parts[1].value is ...:
                return one(Seq(inner[0])) if inner[0] else UNKNOWN
            return one(Tup(tuple(inner))) if any(inner) else UNKNOWN
        if word in {"type", "Type", "Callable"}:
            return UNKNOWN
        return frozenset().union(*(self._given(value, inner) for value in base))

    def _given(self, value: Value, inner: list[Values]) -> Values:
        """The objects of a class or alias that is given these arguments."""
        if isinstance(value, Alias):
            return self.of_alias(value.index, inner)
        if isinstance(value, UserClass):
            return self.instance_of(value.index, self.given_types(self.variables_of(value.index), inner))
        return self.objects_of(one(value))

    def objects_of(self, classes: Values) -> Values:
        """Objects of these classes."""
        found: set[Value] = set()
        for cls in classes:
            match cls:
                case Model(type, "model", places, asks):
                    found.add(Graph(type, sdk=True, places=places, asks=asks))
                case Model(kind="enum"):
                    found |= statuses_of(cls)
                case Model(type, "page", places, asks):
                    found.add(Page(type, sdk=True, places=places, asks=asks))
                case Model(type, "builder", places, asks):
                    found.add(Builder(type, item=False, places=places, asks=asks))
                case Model(type, "item builder", places, asks):
                    found.add(Builder(type, item=True, places=places, asks=asks))
                case Choices(objects):
                    found |= objects
                case Alias(index):
                    found |= self.of_alias(index)
                case UserClass(index, types):
                    found |= self.instance_of(index, types)
                case External(name, False):
                    found |= self._external_object(name)
                case _:
                    pass
        return frozenset(found)

    @staticmethod
    def _external_object(name: str) -> Values:
        if name.startswith(_UNINFORMATIVE) or name.endswith(_CARRIERS):
            return UNKNOWN
        last = name.rpartition(".")[2]
        if name.partition(".")[0] in sdk.PACKAGES:
            if last.endswith("Client"):
                return one(Builder(None, item=False, asks=shown_by(name)))
            return one(Graph(None, sdk=True, asks=shown_by(name))) if ".models." in name else UNKNOWN
        return one(External(name, made=True)) if last[:1].isupper() and last not in {"Any", "T"} else UNKNOWN

    def instance_of(self, index: int, types: GivenTypes = ()) -> Values:
        """An object of a class of the run; it is one of the SDK's too where the class derives from one."""
        found: set[Value] = {Instance(index, types)}
        for info in self.lineage(index):
            for base in info.bases:
                models = frozenset(value for value in base if isinstance(value, Model))
                found |= {value for value in self.objects_of(models) if isinstance(value, Graph)}
        return frozenset(found)

    def base_names(self, index: int) -> set[str]:
        """The last parts of the names of all other packages' classes that a class derives from."""
        return {
            value.name.rpartition(".")[2]
            for info in self.lineage(index)
            for base in info.bases
            for value in base
            if isinstance(value, External)
        }

    def named_tuple(self, value: Instance) -> Tup | None:
        """An object of a user's NamedTuple as the tuple that it is."""
        if not self.base_names(value.index) & {"NamedTuple", "namedtuple"}:
            return None
        return Tup(tuple(self._fields(value)))

    def field_of(self, value: Instance, position: int) -> Values:
        """What an object of a class of the run holds in the field that a positional pattern of this number means."""
        lineage = self.lineage(value.index)
        for info in lineage:
            for order in self.read(("attribute", info.index, "__match_args__")):
                if isinstance(order, Tup) and position < len(order.items):
                    names_ = [text.value for text in self.texts(order.items[position])]
                    held = [self.attribute_in(value, at, name) for at in lineage for name in names_]
                    return frozenset().union(*held)
        fields = self._fields(value)
        return fields[position] if position < len(fields) else UNKNOWN

    def _fields(self, value: Instance) -> list[Values]:
        """What the fields of an object hold, in their order."""
        fields = [(info, name) for info in reversed(self.lineage(value.index)) for name in info.fields]
        return [self.attribute_in(value, info, name) for info, name in fields]

    def given_by(self, value: Instance, name: str) -> Values:
        """What a method of a class of the run gives, by which Python uses its objects: `__iter__` and the like."""
        for info in self.lineage(value.index):
            if name in info.methods:
                method = info.methods[name]
                if not self.types_in(value, info):
                    return self.read(("return", method.index)) | self.read(("declared", method.index))
                frame = Frame(info.file, None, None, Env())
                return self.call_function(method, [one(value)], {}, frame, None)
        return UNKNOWN

    def contents(self, value: Instance) -> Values:
        """What iterating over an object of a class of the run gives."""
        found: set[Value] = set()
        seen: set[Instance] = set()
        iterated = [value]
        while iterated:
            at = iterated.pop()
            seen.add(at)
            found |= self.read(("contents", at.index)) | self.given_by(at, "__next__") | self.given_by(at, "__anext__")
            if (tuple_ := self.named_tuple(at)) is not None:
                found |= self.elements(one(tuple_))
            for given in self.given_by(at, "__iter__") | self.given_by(at, "__aiter__"):
                if not isinstance(given, Instance):
                    found |= self.elements(one(given))
                elif given not in seen:
                    iterated.append(given)
        return frozenset(found) or self.given_by(value, "__getitem__")

    def defines(self, index: int, name: str) -> bool:
        """Whether a class of the run defines an attribute itself."""
        return any(
            name in info.methods or name in info.annotations or self.read(("attribute", info.index, name))
            for info in self.lineage(index)
        )

    # fields of the user's own models

    def note_field(self, node: ir.Annotated, cls: ClassInfo, declared: Values, frame: Frame) -> None:
        """A field of a class: where it is spelled as Graph spells it, it is a wire name (migration.md, 2)."""
        assert isinstance(node.target, ir.Name)
        name = node.target.id
        cls.fields[name] = node
        cls.annotations[name] = node.annotation
        self.add(("attribute", cls.index, name), declared)
        aliases = self._aliases(node.value, frame) if node.value is not None else []
        wire = {name, *(text.value for text in aliases)}
        start = node.target.start
        place = self.place(frame, start)
        prop = next((catalogue.COLLECTIONS[word] for word in wire if word in catalogue.COLLECTIONS), None)
        if prop is not None:
            self._type_elements(declared, prop.type or "", place, aliases)
        if name in catalogue.COLLECTIONS and self.reporting:
            prop = catalogue.COLLECTIONS[name]
            if names.is_distinctive(name) or self.evidence(frame.file):
                self.sites.add(
                    frame.file,
                    member(prop.rule or "", start, start + len(name), name, prop.new, collection=name),
                )
        self._note_generated(name, start, cls, frame)
        self._note_stage_field(name, start, cls, frame)

    def _aliases(self, value: ir.Expr, frame: Frame) -> list[Text]:
        """The names that a field's definition gives it on the wire."""
        if not isinstance(value, ir.Call):
            return []
        found = []
        for item in value.args:
            if item.name is not None and ("alias" in item.name or item.name in {"data_key", "name", "rename"}):
                found += self.texts(self.evaluate(item.value, frame))
        return found

    def _type_elements(self, declared: Values, kind: str, place: int, aliases: list[Text]) -> None:
        """Classes that describe the elements of a collection describe objects of its type."""
        places = frozenset({place, *(text.literal for text in aliases if text.literal >= 0)})
        stack = list(declared)
        while stack:
            value = stack.pop()
            if isinstance(value, Seq):
                stack += value.elements
            elif isinstance(value, Instance):
                self.add(("class type", value.index), one(Graph(kind, sdk=False, places=places)))

    def class_types(self, index: int) -> Values:
        """The Graph types that a user's class describes: as element of a collection, or by its fields' names."""
        found = self.read(("class type", index))
        for row, own in _DESCRIBED:
            spelled = {name for info in self.lineage(index) for name in own.intersection(info.fields)}
            if len(spelled) > 1 and not spelled.isdisjoint(row.marks):
                found |= one(Graph(row.name, sdk=False))
        return found

    def _note_generated(self, name: str, start: int, cls: ClassInfo, frame: Frame) -> None:
        attribute = sdk.attributes().get(name)
        if attribute is None or attribute.kind is not sdk.Kind.COLLECTION or not self.reporting:
            return
        if not any(self._has_generator(info.node) for info in self.lineage(cls.index)):
            return
        self.sites.add(
            frame.file,
            residual(attribute.code, start, start + len(name), name, "alias-generator", replacement=attribute.new),
        )

    def _has_generator(self, node: ir.Class) -> bool:
        words = ("alias_generator", "letter_case", "rename_all")
        for statement in node.body:
            if isinstance(statement, ir.Assign) and isinstance(statement.value, ir.Call):
                if any(item.name in words for item in statement.value.args):
                    return True
                targets = [target.id for target in statement.targets if isinstance(target, ir.Name)]
                if any(target in words for target in targets):
                    return True
            if isinstance(statement, ir.Assign):
                targets = [target.id for target in statement.targets if isinstance(target, ir.Name)]
                if any(target in words for target in targets):
                    return True
            if isinstance(statement, ir.Class) and self._has_generator(statement):
                return True
        items = [item for item in node.bases if item.name in words]
        calls = [item for item in node.decorators if isinstance(item, ir.Call)]
        return bool(items) or any(item.name in words for call in calls for item in call.args)

    def _note_stage_field(self, name: str, start: int, cls: ClassInfo, frame: Frame) -> None:
        """A field that has no counterpart in a class that describes a Graph type."""
        if not self.reporting:
            return
        for kind in self.class_types(cls.index):
            if not isinstance(kind, Graph) or kind.type is None:
                continue
            for prop in catalogue.TYPES[kind.type].properties:
                if prop.name == name and prop.rule is not None and prop.new is None and not prop.many:
                    site = residual(prop.rule, start, start + len(name), name, "stage-read", context=kind.type)
                    if prop.rule != catalogue.CONCRETE_ONLY:
                        self.sites.add(frame.file, site)
                        self.sites.union({self.place(frame, start)} | kind.places)
