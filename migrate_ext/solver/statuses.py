"""Comparisons with the status of an instance, and the enumerations and mappings that hold its values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Policy
from migrate_ext.graph import catalogue, names
from migrate_ext.graph import sites as graph_sites
from migrate_ext.languages.python import ir
from migrate_ext.solver.calls import Calls
from migrate_ext.solver.sites import residual
from migrate_ext.solver.values import (
    OTHER,
    UNKNOWN,
    Map,
    Member,
    Model,
    Ref,
    Seq,
    Status,
    Text,
    Tup,
    Value,
    Values,
    file_of,
    one,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from migrate_ext.solver.arguments import Arguments
    from migrate_ext.solver.state import Frame

_NEGATIONS = {"!=", "not in", "is not"}
_EQUALITIES = {"==", "in", "is", *_NEGATIONS}
_TYPE_NAME = tuple(row.name for row in catalogue.TYPES.values() if row.rule is not None and row.variants is not None)


class Statuses(Calls):
    """What is compared with a status."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        super().__init__(programs, policy)
        self.negated: set[int] = set()
        """Ids of comparisons that mean their opposite."""
        self.negations: set[int] = set()
        """Ids of `not` expressions that an outer one has counted."""
        """Ids of the comparisons that stand under a `not`."""
        self.type_tests: set[int] = set()
        """Places of the literals that are compared with the type of an object."""
        self.weaker: list[tuple[int, str]] = []
        """Places of sites that are a guess, and the reason."""

    def _unary(self, node: ir.Unary, frame: Frame) -> Values:
        if node.operator == "not" and id(node) not in self.negations:
            self._negate(node.value, negated=True)
        return super()._unary(node, frame)

    def _negate(self, node: ir.Expr, *, negated: bool) -> None:
        """Comparisons below a `not`, also through `and` and `or`, mean their opposite."""
        match node:
            case ir.Compare() if negated:
                self.negated.add(id(node))
            case ir.Boolean(left=left, right=right):
                self._negate(left, negated=negated)
                self._negate(right, negated=negated)
            case ir.Unary(operator="not", value=value):
                self.negations.add(id(node))
                self._negate(value, negated=not negated)
            case _:
                pass

    def _compare(self, node: ir.Compare, frame: Frame) -> Values:
        left_node = node.left
        left = self.evaluate(left_node, frame)
        flipped = id(node) in self.negated
        for operator, right_node in node.operations:
            right = self.evaluate(right_node, frame)
            if operator in {"in", "not in"} and self.texts(left):
                self.read_keys(
                    frozenset(filter(_has_keys, right)) or (OTHER if right else UNKNOWN),
                    left,
                    frame,
                    node=left_node,
                    owner=right_node,
                )
            self.compare(left, operator, right, flipped=flipped)
            left, left_node = right, right_node
        return OTHER

    def compare(self, left: Values, operator: str, right: Values, *, flipped: bool = False) -> None:
        """Record the old values that a status is compared with; `flipped` where the comparison stands under a `not`."""
        if operator not in _EQUALITIES:
            return
        negated = (operator in _NEGATIONS) != flipped
        for one_side, other_side in ((left, right), (right, left)):
            statuses = self._statuses(one_side)
            held = self._held(other_side)
            for value in held:
                if isinstance(value, Member) and value.type == catalogue.STATUS.name and negated:
                    self.weaken(value.place, "negation")
                if isinstance(value, (Member, Status)) and statuses and self.reporting:
                    own = [value.place] if isinstance(value, Member) else value.places
                    self.sites.union([*own, *(place for status in statuses for place in status.places)])
                if isinstance(value, Text):
                    if self.reporting and value.literal >= 0 and value.value.endswith(_TYPE_NAME):
                        self.type_tests.add(value.literal)  # whatever it is compared with: no single type is right
                    for status in statuses:
                        self._compared(value, status, negated=negated)

    def _statuses(self, values: Values) -> list[Status]:
        return [value for value in self._held(values) if isinstance(value, Status)]

    def _held(self, values: Values) -> set[Value]:
        """The values themselves and the elements of containers of them."""
        found: set[Value] = set(values)
        for value in values:
            if isinstance(value, (Ref, Seq, Tup)):
                found |= self.elements(one(value))
        return found

    def _compared(self, text: Text, status: Status, *, negated: bool) -> None:
        if status.form == "type":
            if text.value.endswith(_TYPE_NAME) and self.reporting and text.literal >= 0:
                self.sites.union([text.literal, *status.places])
            return
        spell = _spelling(status)
        for item in catalogue.STATUS.members:
            if spell(item.name) == text.value:
                self.use_status(text, item, status, negated=negated)

    def use_status(
        self,
        text: Text,
        item: catalogue.Member,
        status: Status,
        *,
        negated: bool = False,
        reason: str = "",
    ) -> None:
        """Record a literal that is the old status `item`, spelled and linked as `status` says.

        A fix is a guess where there is a `reason` for it.
        """
        if item.rule is None or text.literal < 0 or not self.seen(text.literal):
            return
        literal = self.literals[text.literal].text
        site = graph_sites.status_site(item, literal.at(0), literal.end, spell=_spelling(status), negated=negated)
        if reason and site.level is Applicability.SAFE:
            site = site._replace(level=Applicability.UNSAFE, reason=reason)
        self.handled.add(text.literal)
        self.sites.add(file_of(text.literal), site)
        self.sites.union([text.literal, *status.places])

    def weaken(self, place: int, reason: str) -> None:
        """A site that has an edit is a guess here."""
        if self.reporting and place >= 0:
            self.weaker.append((place, reason))

    def note_lookup(self, base: Values, keys: Values, *, certain: bool) -> None:
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
                        self._looked_up(key, status, certain=certain)

    def _looked_up(self, key: Text, status: Status, *, certain: bool) -> None:
        spell = _spelling(status)
        for item in catalogue.STATUS.members:
            if spell(item.name) == key.value:
                self.use_status(key, item, status, reason="lookup" if certain else "")

    def read_keys(
        self, base: Values, keys: Values, frame: Frame, *, node: ir.Expr | None = None, owner: ir.Expr | None = None
    ) -> Values:
        """Also counts of statuses by value: `Counter(…)["requestSent"]`."""
        for value in base:
            if isinstance(value, (Seq, Map)) and self.texts(keys):
                held = value.elements if isinstance(value, Seq) else UNKNOWN
                self.compare(held, "==", keys)
        return super().read_keys(base, keys, frame, node=node, owner=owner)

    # the SDK's enumeration

    def enum_by_value(self, model: Model, values: Values) -> Values:
        """`Status("requestSent")`."""
        members = catalogue.TYPES[model.type].members
        if model.type == catalogue.STATUS.name:
            status = Status(new=False, form="value", places=model.places)
            named = ((text, item) for text in self.texts(values) for item in members if item.name == text.value)
            for text, item in named:
                self.use_status(text, item, status)
                break
            return one(status)
        return frozenset(
            Member(model.type, item.name, -1)
            for item in members
            for text in self.texts(values)
            if text.value == item.name
        )

    def note_enum_by_value(self, index: int, arguments: Arguments) -> None:
        """`Own(run["status"])`: the user's own enumeration of the old values; new ones raise."""
        statuses = self._statuses(arguments.get(0))
        if not statuses:
            return
        info = self.classes[index]
        for statement in info.node.body:
            if isinstance(statement, ir.Assign) and isinstance(statement.targets[0], ir.Name):
                for text in self.texts(self.read(("attribute", index, statement.targets[0].id))):
                    for status in statuses:
                        self._looked_up(text, status, certain=True)

    def note_iteration(self, node: ir.Expr, values: Values, frame: Frame) -> None:
        """Iterating over the enumeration: the new one has more values."""
        for value in values:
            if isinstance(value, Model) and value.type == catalogue.STATUS.name and value.kind == "enum":
                start = node.start if isinstance(node, (ir.Name, ir.Attribute)) else -1
                place = self.place(frame, start)
                if start >= 0 and self.seen(place):
                    word = node.id if isinstance(node, ir.Name) else getattr(node, "name", "")
                    self.sites.add(frame.file, residual(_status_code(), start, start + len(word), word, "enumeration"))
                    self.sites.union([place, *value.places])

    def note_match(self, node: ir.Match, subject: Values, frame: Frame, *, default: bool) -> None:
        """An exhaustive `match` over the status."""
        statuses = [status for status in self._statuses(subject) if status.form != "type"]
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


def _has_keys(value: Value) -> bool:
    """Whether `in` asks a value for a key."""
    return not isinstance(value, (Tup, Seq)) and not (isinstance(value, Ref) and value.kind != "dict")


def _spelling(status: Status) -> Callable[[str], str]:
    """How an enumeration member is written where it is compared with a status."""
    return names.pascal if status.form == "name" else str


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
