"""Constructors of the SDK's models: their keywords, and which type an extension becomes (migration.md, 3.3 and 3.4)."""

from __future__ import annotations

import itertools
import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from migrate_ext.core.model import Applicability, Policy, Role, Site
from migrate_ext.graph import catalogue, names, removal, sdk
from migrate_ext.graph import sites as graph_sites
from migrate_ext.languages.python import ir
from migrate_ext.solver.modules import Modules
from migrate_ext.solver.narrow import path_of
from migrate_ext.solver.properties import GRAPH_NAMES
from migrate_ext.solver.sites import member
from migrate_ext.solver.state import Target
from migrate_ext.solver.values import (
    NOWHERE,
    Graph,
    Member,
    Model,
    Places,
    Ref,
    Status,
    Text,
    Values,
    one,
    places_of,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.solver.arguments import Arguments
    from migrate_ext.solver.state import Frame

_MODEL_FIELDS = ("backing_store", "additional_data")
_EFFECTS = (ir.Call, ir.Await, ir.Walrus, ir.Yield)
_INSTANCES = {catalogue.INSTANCE.name, catalogue.NEW_INSTANCE.name}


def _unmoved(row: catalogue.GraphType) -> int:
    """How many positional arguments mean the same in the new type.

    The SDK sorts the fields of a model by name, after the backing store and the additional data (and an entity's id
    and type).
    """
    if row.variants is not None:
        base = [prop for prop in catalogue.CALLOUT_EXTENSION.properties if prop.rule is None]
        return len(_MODEL_FIELDS) + len(base) + 1
    old = sorted(prop.name for prop in row.properties)
    new = sorted(prop.name for prop in catalogue.TYPES[row.new or row.name].properties if prop.rule is None)
    if old == new:
        return sys.maxsize
    same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    return len(_MODEL_FIELDS) + sum(1 for _ in same)


class Constructors(Modules):
    """Objects of SDK models."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        super().__init__(programs, policy)
        self.made: set[int] = set()
        """Places of all constructors."""
        self.holders: dict[int, set[object]] = defaultdict(set)
        """By construction of an extension: the handlers (places or variables) that hold it."""
        self.stages: dict[object, set[str]] = defaultdict(set)
        """By handler: its stages."""
        self.types_written: dict[int, frozenset[int]] = {}
        """By place of a literal that is given to an object as its type: where the object comes from."""
        self.free: set[int] = set()
        """Ids of calls that stand in free containers."""

    def construct(self, model: Model, arguments: Arguments, frame: Frame) -> Values:
        """An object that a constructor makes."""
        node = arguments.node
        start = _name_start(node.function) if node is not None else None
        place = self.place(frame, start) if start is not None else -1
        places = model.places | ({place} if start is not None else set())
        row = catalogue.TYPES[model.type]
        self.made.add(place)
        made = Graph(model.type, sdk=True, places=places)
        held = one(made)
        if row.variants is not None and start is not None:
            self.constructions[place] = node is not None and id(node) in self.free
        asks = set(model.asks)
        for name, values in arguments.keywords.items():
            graph_name = GRAPH_NAMES.get(name, name)
            prop = next((item for item in row.properties if item.name == graph_name), None)
            if name == sdk.TYPE_ATTRIBUTE:
                self.note_written(Target(held, name), values, held, frame)
            if prop is None:
                continue
            item = self._keyword(node, name)
            if prop.many and prop.rule is not None and item is not None:
                keyword = self._collection_keyword(prop, item, frame, arguments, model.asks)
                asks.add(keyword)
                self._link_values(keyword, values)
            elif prop.rule and prop.new is None and model.type in _INSTANCES and item is not None and node is not None:
                self._removed(prop, item, node, frame, made)
            if prop.type in catalogue.TYPES:
                self._type_argument(prop, values, places)
            self.note_written(Target(held, name), values, held, frame)
        self._unpacked(node, model, frame, places)
        if node is not None and start is not None and self._positional(node, row):
            self.block(frame, start, row, "positional")
        return one(Graph(model.type, sdk=True, places=frozenset(places), asks=frozenset(asks)))

    @staticmethod
    def _keyword(node: ir.Call | None, name: str) -> ir.Item | None:
        if node is None:
            return None
        return next((item for item in node.args if item.name == name), None)

    def _collection_keyword(
        self, prop: catalogue.Property, item: ir.Item, frame: Frame, arguments: Arguments, asks: Places = NOWHERE
    ) -> int:
        place = self.place(frame, item.name_start)
        name = item.name or ""
        if not self.seen(place):
            return place
        new = graph_sites.spelled(prop.new or "", names.snake) if "_" in name else prop.new
        shown = version_of(asks)
        site = member(
            prop.rule or "", item.name_start, item.name_start + len(name), name, new,
            context=catalogue.OWNERS[prop.name], collection=prop.name,
            version=shown if shown is not None else self.sdk_version(frame),
        )  # fmt: skip
        others = {names.snake(word) for word, old in catalogue.REPLACED.items() if old is prop} | {
            word for word, old in catalogue.REPLACED.items() if old is prop
        }
        if others & arguments.keywords.keys():
            site = site._replace(edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason="both")
        self.sites.add(frame.file, site)
        return place

    def _link_values(self, place: int, values: Values) -> None:
        if self.reporting:
            self.sites.union([place, *self.sites_in([values])])

    def _type_argument(self, prop: catalogue.Property, values: Values, places: set[int] | frozenset[int]) -> None:
        for value in values:
            if isinstance(value, Ref):
                self.type_contents(value, one(Graph(prop.type, sdk=False)))
        if self.reporting and catalogue.TYPES[prop.type or ""].rule is not None:
            for leaf in self.leaves(values):
                if leaf.type == prop.type:
                    self.sites.union([*places, *leaf.places])
            for value in values:
                if isinstance(value, Member):
                    self.sites.union([*places, value.place])

    def _removed(self, prop: catalogue.Property, item: ir.Item, node: ir.Call, frame: Frame, made: Graph) -> None:
        place = self.place(frame, item.name_start)
        if not self.seen(place):
            return
        name = item.name or ""
        text = self.programs[frame.file].text
        site = Site(
            prop.rule or "", item.name_start, item.name_start + len(name), name,
            level=Applicability.UNSAFE, reason="stage-removed", context=made.type,
        )  # fmt: skip
        if has_effect(item.value):
            site = site._replace(level=Applicability.MANUAL, role=Role.BLOCKER, reason="stage-effect")
        else:
            spans = [(other.start, other.end) for other in node.args]
            edits = removal.remove(text, spans, [node.args.index(item)], (node.open, node.end - 1), removal.HASH)
            value_start = text.index("=", item.name_start) + 1
            site = site._replace(edits=tuple(edits), removed=((name, text[value_start : item.end].strip()),))
        self.sites.add(frame.file, site)
        self.sites.union([place, *made.places])

    def _unpacked(self, node: ir.Call | None, model: Model, frame: Frame, places: Iterable[int]) -> None:
        """What is unpacked with `**` has the model's fields as keys."""
        if node is None:
            return
        for item in node.args:
            if item.star == "**":
                values = self.evaluate(item.value, frame)
                for value in values:
                    if isinstance(value, Ref) and value.kind == "dict":
                        kind = Graph(model.type, sdk=False, places=frozenset({value.place, *places}))
                        self.add(("type", value), one(kind))

    @staticmethod
    def _positional(node: ir.Call, row: catalogue.GraphType) -> bool:
        return row.rule is not None and sum(item.name is None and item.star != "**" for item in node.args) > _unmoved(
            row
        )

    def block(self, frame: Frame, start: int, row: catalogue.GraphType, reason: str) -> None:
        """The name at `start` cannot be replaced here."""
        place = self.place(frame, start)
        if not self.seen(place):
            return
        text = self.programs[frame.file].text
        word = names.pascal(row.name)
        if not text.startswith(word, start):
            word = text[start : start + 1]
        self.blocked.append((place, row.rule or "", reason))

    def note_positional(self, cls: Values, pattern: ir.ClassPattern, frame: Frame) -> None:
        """Positional patterns of a model whose order changes."""
        start = _name_start(pattern.cls)
        for value in cls:
            if isinstance(value, Model) and value.type in catalogue.TYPES and start is not None and pattern.patterns:
                row = catalogue.TYPES[value.type]
                if row.rule is not None and len(pattern.patterns) > _unmoved(row):
                    self.block(frame, start, row, "positional")

    def note_replace(self, base: Values, arguments: Arguments, frame: Frame) -> None:
        """`dataclasses.replace(x, stage=…)`."""
        for name, values in arguments.keywords.items():
            item = self._keyword(arguments.node, name)
            if item is not None:
                held = self.read_name(base, name, item.name_start, frame, None)
                self.note_written(Target(base, name), values, held, frame)

    # what is written beside what

    def _owners(self, target: Target, frame: Frame) -> set[object]:
        """What identifies the objects that are written to: where they are made, else the variable."""
        made = {place for kind in self.typed(target.base) for place in kind.places & self.made}
        if made:
            return set(made)
        path = path_of(target.owner) if target.owner is not None else None
        return {(frame.file, self._function_key(frame), path)} if path is not None else set()

    def note_written(self, target: Target, values: Values, held: Values, frame: Frame) -> None:
        """A stage, an extension or a status that becomes part of an object."""
        name = GRAPH_NAMES.get(target.name, target.name)
        owners = self._owners(target, frame) if self.reporting else set()
        if name == catalogue.STAGE_FIELD:
            for holder in owners:
                self.stages[holder] |= stages_of(values)
        if name == catalogue.EXTENSION_FIELD:
            for leaf in self.leaves(values):
                for place in leaf.places & self.constructions.keys():
                    self.holders[place] |= owners
        if name == sdk.TYPE_ATTRIBUTE and self.reporting:
            for kind in self.typed(target.base):
                for text in self.texts(values):
                    self.types_written[text.literal] = kind.places
                    self.sites.union([text.literal, *kind.places])
        if name == catalogue.STATUS_FIELD:
            for kind in self.typed(target.base):
                if kind.type in _INSTANCES:
                    self._written_status(kind, values)
        if name in catalogue.COLLECTIONS and self.reporting:
            for value in held:
                self.sites.union([*places_of(value), *self.sites_in([values])])

    def _written_status(self, kind: Graph, values: Values) -> None:
        for value in values:
            if isinstance(value, Text):
                for item in catalogue.STATUS.members:
                    if item.name == value.value:
                        self.use_status(value, item, Status(new=False, form="value", places=kind.places))
            elif isinstance(value, Member) and self.reporting:
                self.sites.union([value.place, *kind.places])


def _name_start(node: ir.Expr) -> int | None:
    if isinstance(node, (ir.Name, ir.Attribute)):
        return node.start
    return None


def stages_of(values: Values) -> set[str]:
    """The stages among the values; an unknown one counts as one that is not known."""
    found: set[str] = set()
    for value in values:
        if isinstance(value, Member) and value.type == catalogue.STAGE.name:
            found.add(value.name)
        elif isinstance(value, Text):
            found.add(value.value)
    return found or {"?"}


def has_effect(node: ir.Expr) -> bool:
    """Whether leaving out an expression could change what the program does."""
    stack: list[Any] = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, _EFFECTS):
            return True
        if isinstance(item, (ir.Expr, ir.Item)) and not isinstance(item, ir.Lambda):
            for slot in item.__slots__:
                value = getattr(item, slot, None)
                stack += value if isinstance(value, list) else [value]
        elif isinstance(item, tuple):
            stack += item
    return False
