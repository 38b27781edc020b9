"""What patterns, `isinstance` and truth tell about values."""

from __future__ import annotations

from migrate_ext.languages.python import ir
from migrate_ext.solver.env import Env
from migrate_ext.solver.evaluate import Evaluator
from migrate_ext.solver.state import Frame
from migrate_ext.solver.values import (
    External,
    Function,
    Graph,
    Instance,
    Many,
    Map,
    Model,
    Other,
    Ref,
    Seq,
    Text,
    Tup,
    UserClass,
    Value,
    Values,
    one,
)

_GUARDS = {"TypeGuard", "TypeIs"}


class Narrower(Evaluator):
    """Matches values with patterns and classes."""

    def match(self, pattern: ir.Pattern, values: Values, frame: Frame) -> Values:
        """Bind what a pattern captures; the values that match it."""
        match pattern:
            case ir.CapturePattern(pattern=inner, name=name):
                matched = self.match(inner, values, frame) if inner is not None else values
                if name is not None:
                    self.bind(name, matched, frame)
                return matched
            case ir.OrPattern(patterns=patterns):
                return frozenset().union(*(self.match(item, values, frame) for item in patterns))
            case ir.ValuePattern(value=value):
                self.compare(values, "==", self.evaluate(value, frame))
            case ir.SequencePattern():
                self._match_sequence(pattern, values, frame)
            case ir.MappingPattern(items=items, rest=rest):
                for key, item in items:
                    self.match(item, self.read_keys(values, self.evaluate(key, frame), frame, node=key), frame)
                if rest is not None:
                    self.bind(rest, values, frame)
            case ir.ClassPattern():
                return self._match_class(pattern, values, frame)
        return values

    def _match_sequence(self, pattern: ir.SequencePattern, values: Values, frame: Frame) -> None:
        size = len(pattern.patterns)
        tuples = [value for value in values if isinstance(value, Tup) and len(value.items) == size]
        inner = self.elements(values)
        for index, (star, item) in enumerate(pattern.patterns):
            part = frozenset().union(*(value.items[index] for value in tuples)) if tuples else inner
            self.match(item, one(Seq(part)) if star else part, frame)

    def _match_class(self, pattern: ir.ClassPattern, values: Values, frame: Frame) -> Values:
        cls = self.evaluate(pattern.cls, frame)
        matched = self.instances(cls, values)
        if pattern.patterns and any(
            isinstance(value, External) and value.name.startswith("builtins.") for value in cls
        ):
            self.match(pattern.patterns[0], values, frame)
        else:
            self.note_positional(cls, pattern, frame)
            for index, item in enumerate(pattern.patterns):
                own = (self.field_of(value, index) for value in matched if isinstance(value, Instance))
                self.match(item, frozenset().union(*own), frame)
        for name, start, item in pattern.keywords:
            self.match(item, self.read_name(matched, name, start, frame, pattern.cls), frame)
        return matched

    # narrowing

    def narrow(self, test: ir.Expr, frame: Frame, *, positive: bool) -> None:
        """Know more about names where a test is true (or false)."""
        match test:
            case ir.Unary(operator="not", value=value):
                self.narrow(value, frame, positive=not positive)
            case ir.Boolean(operator="and", left=left, right=right) if positive:
                self.narrow(left, frame, positive=True)
                self.narrow(right, frame, positive=True)
            case ir.Boolean(operator="or", left=left, right=right) if not positive:
                self.narrow(left, frame, positive=False)
                self.narrow(right, frame, positive=False)
            case ir.Call(function=ir.Name(id="isinstance"), args=[subject, kind]):
                self._narrow_type(subject.value, kind.value, frame, positive=positive)
            case ir.Call(function=ir.Name() as function, args=[subject, *_]) if positive:
                self._narrow_by_guard(subject.value, function, frame)
            case _:
                pass

    def _narrow_type(self, subject: ir.Expr, kind: ir.Expr, frame: Frame, *, positive: bool) -> None:
        path = path_of(subject)
        if path is None:
            return
        classes = self.evaluate(kind, frame)
        classes = frozenset().union(
            *(self.elements(one(value)) if isinstance(value, Tup) else one(value) for value in classes)
        )
        values = self.evaluate(subject, frame)
        matched = self.instances(classes, values)
        frame.env[path] = matched if positive else values - matched

    def _narrow_by_guard(self, subject: ir.Expr, function: ir.Name, frame: Frame) -> None:
        """A function of the run that says of which type its argument is: `-> TypeGuard[X]`."""
        path = path_of(subject)
        functions = [
            self.functions[value.index] for value in self.lookup(function.id, frame) if isinstance(value, Function)
        ]
        for info in functions:
            match info.node.returns:
                case ir.Subscript(base=ir.Name(id=word) | ir.Attribute(name=word), index=kind) if word in _GUARDS:
                    declared = self.annotated(kind, Frame(info.file, info, None, Env()))
                    if path is not None and declared:
                        frame.env[path] = declared

    def instances(self, classes: Values, values: Values) -> Values:
        """Those of the values that are instances of the classes; the classes' own objects where none is known."""
        found: set[Value] = set()
        for cls in classes:
            match cls:
                case Model(type, "model", places):
                    known = {
                        Graph(type, sdk=True, places=value.places | places, asks=value.asks)
                        for value in values
                        if isinstance(value, Graph) and value.type == type
                    }
                    found |= known or {Graph(type, sdk=True, places=places)}
                case UserClass(index, types):
                    same = {value for value in values if isinstance(value, Instance) and value.index == index}
                    found |= same or self.instance_of(index, types)
                case External(name):
                    found |= {value for value in values if _may_be(value, name)} or {Other(name)}
                case _:
                    pass
        return frozenset(found)


def _may_be(value: Value, name: str) -> bool:
    """Whether a value may be an object of a builtin type."""
    match name.rpartition(".")[2]:
        case "dict" | "Mapping" | "MutableMapping":
            return (
                isinstance(value, Map)
                or (isinstance(value, Graph) and not value.sdk)
                or (isinstance(value, Ref) and value.kind == "dict")
            )
        case "list" | "Sequence" | "Iterable" | "tuple" | "set":
            return isinstance(value, (Many, Seq, Tup, Ref)) and not (isinstance(value, Ref) and value.kind == "dict")
        case "str":
            return isinstance(value, Text)
        case _:
            return False


def path_of(node: ir.Expr) -> str | None:
    """The dotted name of a variable or an attribute of one."""
    parts: list[str] = []
    while isinstance(node, ir.Attribute):
        parts.append(node.name)
        node = node.base
    if not isinstance(node, ir.Name):
        return None
    parts.append(node.id)
    return ".".join(reversed(parts))
