"""What becomes of values that are written into objects, and the types that dicts get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.graph import catalogue
from migrate_ext.languages.python import ir
from migrate_ext.solver.narrow import path_of
from migrate_ext.solver.reads import Reads
from migrate_ext.solver.state import Target
from migrate_ext.solver.values import (
    Graph,
    Instance,
    Ref,
    UserClass,
    Values,
    one,
)

if TYPE_CHECKING:
    from migrate_ext.solver.state import Frame

QUERY_OPTIONS = ("expand", "select", "filter", "orderby")


class Writes(Reads):
    """Writes to attributes and keys."""

    # writes

    def assign_attribute(self, target: ir.Attribute, values: Values, frame: Frame) -> None:
        """`x.name = values`."""
        base = self.evaluate(target.base, frame)
        path = path_of(target)
        self.keep_attribute(base, target.name, values, frame)
        if target.name in QUERY_OPTIONS:
            self.ask(values)
        held = self.read_name(base, target.name, target.start, frame, target.base)
        self._written(Target(base, target.name, target.base), values, held, frame)
        if path is not None:
            frame.env[path] = values or held

    def keep_attribute(self, base: Values, name: str, values: Values, frame: Frame) -> None:
        """Let objects and classes of the run hold these values too."""
        for value in base:
            if isinstance(value, (Instance, UserClass)) and not frame.call:
                self.add(("attribute", value.index, name), values)
            if isinstance(value, Instance) and value.types:
                self.add(("attribute of", value, name), values)

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
        if isinstance(target.index, ir.Slice):
            self.extend(base, values)
            self.meet([base, values])
            return
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
