"""What an expression may evaluate to: one method a construct, taught here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migrate_ext.languages.python import ir
from migrate_ext.solver.state import Frame, FunctionInfo, State, Unit
from migrate_ext.solver.values import (
    HOLE,
    NOWHERE,
    OTHER,
    UNKNOWN,
    Choices,
    External,
    Function,
    Graph,
    Map,
    Ref,
    Seq,
    Text,
    Tup,
    Value,
    Values,
    one,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from migrate_ext.core.model import Policy

TYPE_VARIABLE: Values = frozenset((External("typing.TypeVar", made=True),))

MAX_TEXTS = 6
MAX_LENGTH, MAX_ITEMS = 1 << 20, 1 << 12
"""Longer texts and tuples that are put together are not known: a few lines may double one again and again."""
"""A text whose parts could be combined in more ways than this is not known."""


class Evaluator(State):
    """Evaluates expressions; reads and calls are the business of the classes that build on it."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        super().__init__(programs, policy)
        self._evaluators: dict[type[ir.Expr], Callable[[Any, Frame], Values]] = {
            ir.Name: self._name,
            ir.Attribute: self._attribute,
            ir.Constant: self._constant,
            ir.String: self._string,
            ir.Joined: self._joined,
            ir.Display: self._display,
            ir.Dict: self._dict,
            ir.Call: self._call,
            ir.Subscript: self._subscript,
            ir.Slice: self._slice,
            ir.Unary: self._unary,
            ir.Binary: self._binary,
            ir.Boolean: self._boolean,
            ir.Compare: self._compare,
            ir.Conditional: self._conditional,
            ir.Comprehension: self._comprehension,
            ir.Await: lambda node, frame: self.evaluate(node.value, frame),
            ir.Yield: self._yield,
            ir.Walrus: self._walrus,
            ir.Starred: lambda node, frame: self.evaluate(node.value, frame),
            ir.Lambda: self._lambda,
        }

    def evaluate(self, node: ir.Expr, frame: Frame) -> Values:
        """The values that an expression may have."""
        return self._evaluators[type(node)](node, frame)

    # names

    def _name(self, node: ir.Name, frame: Frame) -> Values:
        if self.reporting:
            self.alias_uses[frame.file, node.id] += 1
            self.use_name(node, frame)
        return self.lookup(node.id, frame)

    def lookup(self, name: str, frame: Frame) -> Values:
        """What a name is bound to."""
        info = frame.function
        if name in frame.env:
            if info is not None and name in info.node.rebound:
                return frame.env[name] | self.read(("captured", info.index, name))
            if info is None and frame.cls is None and name in self.programs[frame.file].rebound:
                return frame.env[name] | self.read(("global", frame.file, name))
            return frame.env[name]
        if info is not None and name in info.node.locals:
            return self.read(("captured", info.index, name)) if name in info.node.captured else UNKNOWN
        scope = info.parent if info is not None else (frame.cls.parent if frame.cls is not None else None)
        while scope is not None:
            if name in scope.node.locals:
                return self.read(("captured", scope.index, name))
            scope = scope.parent
        program = self.programs[frame.file]
        if name in program.locals or self.has_star(frame.file):
            found = self.read(("global", frame.file, name))
            if found or name in program.locals:
                return found
        return self._type_parameter(name, frame) or one(External(f"builtins.{name}"))

    def _type_parameter(self, name: str, frame: Frame) -> Values:
        """A type variable that a function or class around declares in brackets; it may be what bounds it."""
        scope = frame.function
        around: list[ir.Function | ir.Class] = [frame.cls.node] if frame.cls is not None else []
        if scope is None and frame.cls is not None:
            scope = frame.cls.parent
        while scope is not None:
            around.append(scope.node)
            if scope.cls is not None:
                around.append(self.classes[scope.cls].node)
            scope = scope.parent
        for parameter in (item for node in around for item in node.type_parameters):
            if parameter.name == name:
                bound = self.annotated(parameter.bound, frame) if parameter.bound is not None else UNKNOWN
                return TYPE_VARIABLE | (one(Choices(bound)) if bound else UNKNOWN)
        return UNKNOWN

    def bind(self, name: str, values: Values, frame: Frame) -> None:
        """Bind a name in the frame's scope, and in the cells from which other scopes see it."""
        info = frame.function
        frame.env.forget_attributes(name)
        if info is not None and name in info.node.outer:
            self._bind_outer(name, values, frame, info)
            return
        frame.env[name] = values
        if frame.call:
            return
        if info is not None:
            if name in info.node.captured:
                self.add(("captured", info.index, name), values)
        elif frame.cls is not None:
            self.add(("attribute", frame.cls.index, name), values)
        else:
            self.add(("global", frame.file, name), values)

    def _bind_outer(self, name: str, values: Values, frame: Frame, info: FunctionInfo) -> None:
        scope = info.parent
        while scope is not None:
            if name in scope.node.locals:
                self.add(("captured", scope.index, name), values)
                return
            scope = scope.parent
        self.add(("global", frame.file, name), values)

    def has_star(self, file: int) -> bool:
        """Whether a module imports all names of another one."""
        return file in self.starred

    # literals

    def _constant(self, node: ir.Constant, frame: Frame) -> Values:  # noqa: ARG002
        return UNKNOWN if node.value is None or node.value is ... else OTHER

    def _string(self, node: ir.String, frame: Frame) -> Values:
        place = self.place(frame, node.start)
        if place not in self.literals:
            self.literals[place] = node
            self.literal_starts[id(node.text)] = node.start
        return one(Text(node.text.value, place, frozenset((place,)) if node.word else NOWHERE))

    def _joined(self, node: ir.Joined, frame: Frame) -> Values:
        parts = [self.evaluate(part, frame) for part in node.parts]
        pieces = [(part, values) for part, values in zip(node.parts, parts, strict=True)]
        result = self.concatenated(pieces)
        if self.reporting:
            self.scan_joined(pieces, frame)
        return result

    def concatenated(self, pieces: Iterable[tuple[ir.Expr, Values]]) -> Values:
        """The texts that the pieces, one after the other, may give."""
        found = [Text("")]
        for _, values in pieces:
            texts = self.texts(values) or [Text(HOLE)]
            longest = max(len(text.value) for text in texts) + max(len(text.value) for text in found)
            if len(texts) * len(found) > MAX_TEXTS or longest > MAX_LENGTH:
                texts = [Text(HOLE)]
            found = [
                Text(left.value + right.value, -1, left.literals | right.literals) for left in found for right in texts
            ]
        return frozenset(found)

    def _display(self, node: ir.Display, frame: Frame) -> Values:
        values = []
        starred = False
        for item in node.items:
            value = self.evaluate(item.value, frame)
            if item.star:
                starred = True
                value = self.elements(value)
            values.append(value)
        if self.reporting:
            self.note_display(node, values, frame)
        if node.kind == "tuple" and not starred:
            return one(Tup(tuple(values)))
        ref = Ref(self.place(frame, node.start), frame.call, node.kind)
        for value in values:
            self.put(ref, value)
        return one(ref)

    def put(self, ref: Ref, values: Values) -> None:
        """Let a list hold these values too."""
        self.add(("elements", ref), values)

    def _dict(self, node: ir.Dict, frame: Frame) -> Values:
        ref = Ref(self.place(frame, node.start), frame.call, "dict")
        found: list[tuple[Values, Values]] = []
        for item in node.items:
            key = self.evaluate(item.key, frame) if item.key is not None else UNKNOWN
            value = self.evaluate(item.value, frame)
            if item.key is None:
                self.merge(ref, value)
            else:
                self.store(ref, key, value)
            found.append((key, value))
        self.note_dict(node, ref, found, frame)
        return one(ref)

    def store(self, ref: Ref, keys: Values, values: Values) -> None:
        """Let a dict hold these values under these keys."""
        texts = self.texts(keys)
        self.add(("keys", ref), keys)
        for text in texts:
            self.add(("item", ref, text.value), values)
        if not texts:
            self.add(("rest", ref), values)

    def merge(self, ref: Ref, values: Values) -> None:
        """Let a dict hold what other dicts hold."""
        for value in values:
            if isinstance(value, Ref) and value.kind == "dict":
                keys = self.read(("keys", value))
                self.add(("keys", ref), keys)
                for text in self.texts(keys):
                    self.add(("item", ref, text.value), self.read(("item", value, text.value)))
                self.add(("rest", ref), self.read(("rest", value)))
                self.add(("type", ref), self.read(("type", value)))
            elif isinstance(value, Map):
                self.add(("rest", ref), value.values)
            elif isinstance(value, Graph) and not value.sdk:
                self.add(("type", ref), one(value))

    # operators

    def _unary(self, node: ir.Unary, frame: Frame) -> Values:
        value = self.evaluate(node.value, frame)
        if node.operator == "not":
            return OTHER
        return UNKNOWN if node.operator == "format" else value

    def _binary(self, node: ir.Binary, frame: Frame) -> Values:
        operands = self._operands(node)
        if len(operands) > 2 or node.operator == "+":
            pieces = [(operand, self.evaluate(operand, frame)) for operand in operands]
            return self._sum(pieces, frame)
        left = self.evaluate(node.left, frame)
        right = self.evaluate(node.right, frame)
        if node.operator == "%" and self.texts(left):
            return self.percent(node, left, right, frame)
        if node.operator == "/":
            return self._divided(left, right)
        if node.operator == "|":
            return left | right
        return left if node.operator == "*" else OTHER

    @staticmethod
    def _operands(node: ir.Binary) -> list[ir.Expr]:
        """The terms of a sum, without recursion over its length."""
        if node.operator != "+":
            return [node.left, node.right]
        terms: list[ir.Expr] = []
        at: ir.Expr = node
        while isinstance(at, ir.Binary) and at.operator == "+":
            terms.append(at.right)
            at = at.left
        terms.append(at)
        return terms[::-1]

    def _sum(self, pieces: list[tuple[ir.Expr, Values]], frame: Frame) -> Values:
        if any(self.texts(values) for _, values in pieces):
            if self.reporting:
                self.scan_joined(pieces, frame)
            return self.concatenated(pieces)
        held = [self.elements(values) for _, values in pieces]
        together = frozenset().union(*held)
        if not together:
            return UNKNOWN
        self.meet(held)
        if all(isinstance(value, Tup) for _, values in pieces for value in values):
            items = [value for _, values in pieces for value in values if isinstance(value, Tup)]
            if len(items) == len(pieces) and sum(len(value.items) for value in items) <= MAX_ITEMS:
                return one(Tup(tuple(item for value in items for item in value.items)))
        return one(Seq(together))

    def meet(self, held: Iterable[Values]) -> None:
        """The elements of several collections meet in one list: their collections stand or fall together."""
        if not self.reporting:
            return
        places: set[int] = set()
        for values in held:
            for leaf in self.leaves(values):
                places |= leaf.places
        self.sites.union(places)

    def _divided(self, left: Values, right: Values) -> Values:
        """A path: its last part is what matters."""
        return right if self.texts(right) else left

    def _boolean(self, node: ir.Boolean, frame: Frame) -> Values:
        left = self.evaluate(node.left, frame)
        start = frame.env.mark()
        self.narrow(node.left, frame, positive=node.operator == "and")
        right = self.evaluate(node.right, frame)
        frame.env.join({}, frame.env.back(start))
        if node.operator == "and":
            return right
        return left | right

    def _conditional(self, node: ir.Conditional, frame: Frame) -> Values:
        self.evaluate(node.test, frame)
        start = frame.env.mark()
        self.narrow(node.test, frame, positive=True)
        left = self.evaluate(node.body, frame)
        one_way = frame.env.back(start)
        self.narrow(node.test, frame, positive=False)
        right = self.evaluate(node.orelse, frame)
        frame.env.join(one_way, frame.env.back(start))
        return left | right

    # comprehensions, lambdas and generators

    def _comprehension(self, node: ir.Comprehension, frame: Frame) -> Values:
        start = frame.env.mark()
        for target, iterable, tests in node.generators:
            held = self.evaluate(iterable, frame)
            self.note_iteration(iterable, held, frame)
            self.assign(target, self.elements(held), frame)
            for test in tests:
                self.evaluate(test, frame)
                self.narrow(test, frame, positive=True)
        keys = self.evaluate(node.key, frame) if node.key is not None else UNKNOWN
        value = self.evaluate(node.element, frame)
        frame.env.back(start)
        return one(Seq(value) if node.key is None else Map(value, keys))

    def _lambda(self, node: ir.Lambda, frame: Frame) -> Values:
        info = self.define(node.function, frame, None)
        for parameter in node.function.parameters:
            if parameter.default is not None:
                self.evaluate(parameter.default, frame)
        return one(Function(info.index))

    def define(self, node: ir.Function, frame: Frame, cls: int | None) -> FunctionInfo:
        """The function that a `def` or `lambda` makes."""
        info = self.function_of.get(id(node))
        if info is None:
            info = FunctionInfo(len(self.functions), frame.file, node, frame.function, cls)
            if frame.function is None and frame.cls is not None:
                info.parent = frame.cls.parent
            self.functions.append(info)
            self.function_of[id(node)] = info
            self.enqueue(Unit(info.file, info.index))
        return info

    def _yield(self, node: ir.Yield, frame: Frame) -> Values:
        values = self.evaluate(node.value, frame) if node.value is not None else UNKNOWN
        if node.delegated:
            values = self.elements(values)
        frame.yielded |= values
        if self.reporting and frame.function is not None:
            self.agree(values, self.read(("declared", frame.function.index)))
        return UNKNOWN

    def _walrus(self, node: ir.Walrus, frame: Frame) -> Values:
        values = self.evaluate(node.value, frame)
        self.assign(node.target, values, frame)
        return values

    def _slice(self, node: ir.Slice, frame: Frame) -> Values:
        for part in node.parts:
            self.evaluate(part, frame)
        return UNKNOWN

    def held_under(self, ref: Ref, keys: Values) -> Values:
        """What a dict may hold under these keys."""
        texts = self.texts(keys)
        found = set(self.read(("rest", ref)))
        if texts:
            for text in texts:
                found |= self.read(("item", ref, text.value))
        else:
            found |= self.all_of(ref)
        return frozenset(found)

    def all_of(self, ref: Ref) -> Values:
        """All values of a dict."""
        found: set[Value] = set(self.read(("rest", ref)))
        for key in self.texts(self.read(("keys", ref))):
            found |= self.read(("item", ref, key.value))
        return frozenset(found)
