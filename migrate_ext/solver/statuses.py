"""Comparisons with the status of an instance, and the enumerations and mappings that hold its values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability
from migrate_ext.graph import catalogue, names
from migrate_ext.graph import sites as graph_sites
from migrate_ext.languages.python import ir
from migrate_ext.solver.calls import Calls
from migrate_ext.solver.sites import residual
from migrate_ext.solver.state import Frame
from migrate_ext.solver.values import (
    NOWHERE,
    OTHER,
    UNKNOWN,
    Map,
    Member,
    Model,
    Places,
    Ref,
    Seq,
    Status,
    Text,
    Tup,
    Value,
    Values,
    one,
)

if TYPE_CHECKING:
    from migrate_ext.solver.calls import Arguments

_NEGATIONS = {"!=", "not in", "is not"}
_EQUALITIES = {"==", "in", "is", *_NEGATIONS}
_TYPE_NAME = tuple(
    row.name for row in catalogue.TYPES.values() if row.rule is not None and row.variants is not None
)


class Statuses(Calls):
    """What is compared with a status."""

    def _unary(self, node: ir.Unary, frame: Frame) -> Values:
        if node.operator == "not" and isinstance(node.value, ir.Compare):
            self.negated.add(id(node.value))
        return super()._unary(node, frame)

    def _compare(self, node: ir.Compare, frame: Frame) -> Values:
        left_node = node.left
        left = self.evaluate(left_node, frame)
        flipped = id(node) in self.negated
        for operator, right_node in node.operations:
            right = self.evaluate(right_node, frame)
            if operator in {"in", "not in"} and self.texts(left):
                self.read_keys(
                    frozenset(v for v in right if not isinstance(v, (Tup, Seq)) and not (isinstance(v, Ref) and v.kind != "dict"))
                    or (right if not right else OTHER),
                    left, frame, node=left_node, owner=right_node,
                )  # fmt: skip
            self.compare(left, operator, right, frame, right_node=right_node, flipped=flipped)
            left, left_node = right, right_node
        return OTHER

    def compare(
        self,
        left: Values,
        operator: str,
        right: Values,
        frame: Frame,
        *,
        right_node: ir.Expr | None = None,
        flipped: bool = False,
    ) -> None:
        """Record the old values that a status is compared with."""
        if operator not in _EQUALITIES:
            return
        negated = (operator in _NEGATIONS) != flipped
        for one_side, other_side in ((left, right), (right, left)):
            statuses = self._statuses(one_side)
            held = self._held(other_side)
            for value in held:
                if isinstance(value, Member) and value.type == catalogue.STATUS.name and negated:
                    self.weaken(value.place, "negation")
                if isinstance(value, Member) and statuses and self.reporting:
                    self.sites.union([value.place, *(place for status in statuses for place in status.places)])
                if isinstance(value, Text):
                    for status in statuses:
                        self._compared(value, status, frame, negated=negated)
        del right_node

    def _statuses(self, values: Values) -> list[Status]:
        return [value for value in self._held(values) if isinstance(value, Status)]

    def _held(self, values: Values) -> set[Value]:
        """The values themselves and the elements of containers of them."""
        found: set[Value] = set(values)
        for value in values:
            if isinstance(value, (Ref, Seq, Tup)):
                found |= self.elements(one(value))
        return found

    def _compared(self, text: Text, status: Status, frame: Frame, *, negated: bool) -> None:
        if status.form == "type":
            if text.value.endswith(_TYPE_NAME) and self.reporting and text.literal >= 0:
                self.type_tests.add(text.literal)
                self.sites.union([text.literal, *status.places])
            return
        spell = names.pascal if status.form == "name" else str
        for item in catalogue.STATUS.members:
            if spell(item.name) == text.value:
                self.use_status(text, item, frame, spelled=spell, places=status.places, negated=negated)

    def use_status(
        self,
        text: Text,
        item: catalogue.Member,
        frame: Frame,
        *,
        spelled: Callable[[str], str] = str,
        places: Places = NOWHERE,
        negated: bool = False,
        reason: str = "",
    ) -> None:
        """Record a literal that is an old status."""
        if item.rule is None or text.literal < 0 or not self.seen(text.literal):
            return
        literal = self.literals[text.literal].text
        site = graph_sites.status_site(item, literal.at(0), literal.end, spell=spelled, negated=negated)
        if reason and site.level is Applicability.SAFE:
            site = replace(site, level=Applicability.UNSAFE, reason=reason)
        self.handled.add(text.literal)
        self.sites.add(text.literal >> 32, site)
        self.sites.union([text.literal, *places])
        del frame

    def weaken(self, place: int, reason: str) -> None:
        """A site that has an edit is a guess here."""
        if self.reporting and place >= 0:
            self.weaker.append((place, reason))

    def note_lookup(self, base: Values, keys: Values, frame: Frame, *, certain: bool) -> None:
        """A mapping that is indexed by a status: its keys are old values."""
        statuses = self._statuses(keys)
        if not statuses:
            return
        for value in base:
            if not isinstance(value, Ref) or value.kind != "dict":
                continue
            for key in self.read(("keys", value)):
                if isinstance(key, Member) and key.type == catalogue.STATUS.name:
                    if certain:
                        self.weaken(key.place, "lookup")
                    if self.reporting:
                        self.sites.union([key.place, *(place for status in statuses for place in status.places)])
                if isinstance(key, Text):
                    for status in statuses:
                        self._looked_up(key, status, frame, certain=certain)

    def _looked_up(self, key: Text, status: Status, frame: Frame, *, certain: bool) -> None:
        spell = names.pascal if status.form == "name" else str
        for item in catalogue.STATUS.members:
            if spell(item.name) == key.value:
                reason = "lookup" if certain else ""
                self.use_status(key, item, frame, spelled=spell, places=status.places, reason=reason)

    def read_keys(
        self, base: Values, keys: Values, frame: Frame, *, node: ir.Expr | None = None, owner: ir.Expr | None = None
    ) -> Values:
        """Also counts of statuses by value: `Counter(…)["requestSent"]`."""
        for value in base:
            if isinstance(value, (Seq, Map)) and self.texts(keys):
                held = value.elements if isinstance(value, Seq) else UNKNOWN
                self.compare(held, "==", keys, frame)
        return super().read_keys(base, keys, frame, node=node, owner=owner)

    # the SDK's enumeration

    def enum_by_value(self, model: Model, values: Values, frame: Frame) -> Values:
        """`Status("requestSent")`."""
        for text in self.texts(values):
            for item in catalogue.TYPES[model.type].members:
                if item.name == text.value and model.type == catalogue.STATUS.name:
                    self.use_status(text, item, frame, places=model.places)
                    return one(Status(False, "value", model.places))
        if model.type == catalogue.STATUS.name:
            return one(Status(False, "value", model.places))
        return frozenset(
            Member(model.type, item.name, -1)
            for item in catalogue.TYPES[model.type].members
            for text in self.texts(values)
            if text.value == item.name
        )

    def note_enum_by_value(self, index: int, arguments: Arguments, frame: Frame) -> None:
        """`Own(run["status"])`: the user's own enumeration of the old values; new ones raise."""
        statuses = self._statuses(arguments.get(0))
        if not statuses:
            return
        info = self.classes[index]
        for statement in info.node.body:
            if isinstance(statement, ir.Assign) and isinstance(statement.targets[0], ir.Name):
                for text in self.texts(self.read(("attribute", index, statement.targets[0].id))):
                    for status in statuses:
                        self._looked_up(text, status, frame, certain=True)

    def note_iteration(self, node: ir.Expr, values: Values, frame: Frame) -> None:
        """Iterating over the enumeration: the new one has more values."""
        for value in values:
            if isinstance(value, Model) and value.type == catalogue.STATUS.name and value.kind == "enum":
                start = node.start if isinstance(node, (ir.Name, ir.Attribute)) else -1
                place = self.place(frame, start)
                if start >= 0 and self.seen(place):
                    word = node.id if isinstance(node, ir.Name) else getattr(node, "name", "")
                    self.sites.add(
                        frame.file, residual(_status_code(), start, start + len(word), word, "enumeration")
                    )
                    self.sites.union([place, *value.places])

    def note_match(self, node: ir.Match, subject: Values, frame: Frame, *, default: bool) -> None:
        """An exhaustive `match` over the status."""
        statuses = self._statuses(subject)
        if not statuses:
            return
        covered = sum(_alternatives(pattern) for pattern, guard, _ in node.cases if guard is None)
        asserted = any(_asserts_never(body) for _, _, body in node.cases)
        place = self.place(frame, node.start)
        if (asserted or (not default and covered >= len(catalogue.STATUS.members))) and self.seen(place):
            self.sites.add(
                frame.file, residual(_status_code(), node.start, node.start + len("match"), "match", "enumeration")
            )
            self.sites.union([place, *(place for status in statuses for place in status.places)])


def _status_code() -> str:
    return next(item.rule for item in catalogue.STATUS.members if item.rule is not None)


def _alternatives(pattern: ir.Pattern) -> int:
    match pattern:
        case ir.OrPattern(patterns=patterns):
            return sum(map(_alternatives, patterns))
        case ir.CapturePattern(pattern=inner) if inner is not None:
            return _alternatives(inner)
        case ir.ValuePattern():
            return 1
        case _:
            return 0


def _asserts_never(body: list[ir.Stmt]) -> bool:
    for statement in body:
        value = statement.value if isinstance(statement, (ir.Evaluate, ir.Return)) else None
        if isinstance(value, ir.Call) and isinstance(value.function, (ir.Name, ir.Attribute)):
            word = value.function.id if isinstance(value.function, ir.Name) else value.function.name
            if word == "assert_never":
                return True
    return False


