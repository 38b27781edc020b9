"""What statements do to what names may be bound to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migrate_ext.languages.python import ir
from migrate_ext.solver.env import Changes, Env
from migrate_ext.solver.narrow import Narrower
from migrate_ext.solver.state import ClassInfo, Frame
from migrate_ext.solver.values import (
    UNKNOWN,
    External,
    Function,
    Instance,
    Ref,
    Seq,
    Tup,
    UserClass,
    Value,
    Values,
    one,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from migrate_ext.core.model import Policy
    from migrate_ext.solver.state import FunctionInfo

_ACCESSORS = {"setter", "deleter"}

_DISPATCHERS = {"singledispatch", "singledispatchmethod"}

_LOOPS = 2
"""A loop's body is executed so often, so that what its end binds is seen at its beginning."""
_NESTED_LOOPS = 6
"""So deep within others it is executed once only, or each level would double the time."""


class Executor(Narrower):
    """Executes statements."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        super().__init__(programs, policy)
        self._executors: dict[type[ir.Stmt], Callable[[Any, Frame], bool]] = {
            ir.Assign: self._assignment,
            ir.Annotated: self._annotated,
            ir.Augmented: self._augmented,
            ir.Evaluate: self._expression,
            ir.Return: self._return,
            ir.Raise: self._raise,
            ir.Jump: self._jump,
            ir.Assert: self._assert,
            ir.Delete: self._delete,
            ir.For: self._for,
            ir.While: self._while,
            ir.If: self._if,
            ir.With: self._with,
            ir.Try: self._try,
            ir.Match: self._match,
            ir.Import: self._import,
            ir.Function: self._function,
            ir.Class: self._class,
            ir.TypeAlias: self._type_alias,
        }

    def execute(self, body: Iterable[ir.Stmt], frame: Frame) -> bool:
        """Execute statements; False where the end of the block cannot be reached."""
        reached = True
        for statement in body:
            # what follows a return is looked at too: it is in the file
            reached = self._executors[type(statement)](statement, frame) and reached
        return reached

    def branch(self, body: Iterable[ir.Stmt], frame: Frame, start: int) -> Changes | None:
        """What has changed since `start` after a branch; None where its end cannot be reached."""
        reached = self.execute(body, frame)
        return frame.env.changes(start) if reached else None

    # assignments

    def _assignment(self, node: ir.Assign, frame: Frame) -> bool:
        values = self.evaluate(node.value, frame)
        for target in node.targets:
            self.assign(target, values, frame)
        return True

    def _annotated(self, node: ir.Annotated, frame: Frame) -> bool:
        declared = self.annotated(node.annotation, frame)
        values = UNKNOWN
        if node.value is not None:
            values = self.evaluate(node.value, frame)
            self.agree(values, declared)
        if frame.cls is not None and isinstance(node.target, ir.Name):
            self.note_field(node, frame.cls, declared, frame)
        if isinstance(node.target, ir.Attribute) and not frame.call:
            for value in self.evaluate(node.target.base, frame):
                if isinstance(value, (Instance, UserClass)):
                    self.classes[value.index].annotations.setdefault(node.target.name, node.annotation)
        if node.value is not None or declared:
            self.assign(node.target, self.refined(values, declared), frame)
        return True

    def refined(self, values: Values, declared: Values) -> Values:
        """What a declared variable holds: what is known of the value, and what the declaration adds."""
        typed = {value.index for value in declared if isinstance(value, Instance) and value.types}
        return declared.union(value for value in values if not isinstance(value, Instance) or value.index not in typed)

    def agree(self, values: Values, declared: Values) -> None:
        """A value meets a declared type: where they are the same Graph type, both are renamed or neither."""
        if not self.reporting or not declared:
            return
        wanted = [leaf for leaf in self.leaves(declared) if leaf.places]
        if not wanted:
            return
        for leaf in self.leaves(values):
            for other in wanted:
                if leaf.type == other.type and leaf.type is not None:
                    self.sites.union(leaf.places | other.places)

    def _augmented(self, node: ir.Augmented, frame: Frame) -> bool:
        old = self.evaluate(node.target, frame)
        values = self.evaluate(node.value, frame)
        if node.operator == "+" and (self.texts(old) or self.texts(values)):
            self.assign(node.target, self.concatenated([(node.target, old), (node.value, values)]), frame)
            return True
        if node.operator in "+|":
            self.extend(old, values)
            self.meet([old, values])
        self.assign(node.target, old | values, frame)
        return True

    def assign(self, target: ir.Expr, values: Values, frame: Frame) -> None:
        """Bind a target."""
        match target:
            case ir.Name(id=name):
                self.bind(name, values, frame)
            case ir.Attribute():
                self.assign_attribute(target, values, frame)
            case ir.Subscript():
                self.assign_item(target, values, frame)
            case ir.Display(items=items):
                self._unpack(items, values, frame)
            case ir.Starred(value=inner):
                self.assign(inner, one(Seq(self.elements(values))), frame)

    def _unpack(self, items: list[ir.Item], values: Values, frame: Frame) -> None:
        named = [self.named_tuple(value) for value in values if isinstance(value, Instance)]
        tuples = [value for value in (*values, *named) if isinstance(value, Tup) and len(value.items) == len(items)]
        starred = any(item.star for item in items)
        rest = self.elements(frozenset(value for value in values if value not in tuples))
        for index, item in enumerate(items):
            if starred or not tuples:
                inner = self.elements(values)
            else:
                inner = rest.union(*(value.items[index] for value in tuples))
            self.assign(item.value, one(Seq(inner)) if item.star else inner, frame)

    def _delete(self, node: ir.Delete, frame: Frame) -> bool:
        for target in node.targets:
            if isinstance(target, ir.Name):
                frame.env[target.id] = UNKNOWN
            else:
                self.evaluate(target, frame)
        return True

    # simple statements

    def _expression(self, node: ir.Evaluate, frame: Frame) -> bool:
        self.evaluate(node.value, frame)
        return True

    def _return(self, node: ir.Return, frame: Frame) -> bool:
        if node.value is not None:
            values = self.evaluate(node.value, frame)
            frame.returned |= values
            if frame.function is not None and frame.function.node.returns is not None and self.reporting:
                declared = self.annotated(frame.function.node.returns, frame)
                self.agree(values, declared)
        return False

    def _raise(self, node: ir.Raise, frame: Frame) -> bool:
        for value in node.values:
            self.evaluate(value, frame)
            self.note_prose(value)
        return False

    def _jump(self, node: ir.Jump, frame: Frame) -> bool:  # noqa: ARG002
        if frame.loops:
            start, ways = frame.loops[-1]
            ways.append(frame.env.changes(start))
        return False

    def _assert(self, node: ir.Assert, frame: Frame) -> bool:
        self.evaluate(node.test, frame)
        self.narrow(node.test, frame, positive=True)
        if node.message is not None:
            self.evaluate(node.message, frame)
            self.note_prose(node.message)
        return True

    # branches and loops

    def _if(self, node: ir.If, frame: Frame) -> bool:
        """An `if` with its `elif`s, without recursion over their number."""
        env = frame.env
        start = env.mark()
        ends: list[Changes | None] = []
        at = node
        while True:
            self.evaluate(at.test, frame)
            before = env.mark()
            self.narrow(at.test, frame, positive=True)
            ends.append(self.branch(at.body, frame, start))
            env.back(before)
            self.narrow(at.test, frame, positive=False)
            if len(at.orelse) == 1 and isinstance(at.orelse[0], ir.If):
                at = at.orelse[0]
                continue
            ends.append(self.branch(at.orelse, frame, start))
            reached = [end for end in ends if end is not None]
            if reached:
                env.back(start)
                env.join(*reached)
            return bool(reached)

    def _loop(self, frame: Frame, body: Callable[[], bool], orelse: list[ir.Stmt]) -> None:
        for _ in range(_LOOPS if len(frame.loops) < _NESTED_LOOPS else 1):
            start = frame.env.mark()
            frame.loops.append((start, []))
            body()
            _, ways = frame.loops.pop()
            end = frame.env.back(start)
            frame.env.join({}, end, *ways)
        self.execute(orelse, frame)

    def _for(self, node: ir.For, frame: Frame) -> bool:
        values = self.evaluate(node.iterable, frame)
        inner = self.iterated(node.iterable, values, frame)

        def body() -> bool:
            self.assign(node.target, inner, frame)
            return self.execute(node.body, frame)

        self._loop(frame, body, node.orelse)
        return True

    def iterated(self, node: ir.Expr, values: Values, frame: Frame) -> Values:
        """What a `for` over the values gives; iterating over an enumeration is a use of it."""
        self.note_iteration(node, values, frame)
        return self.elements(values)

    def _while(self, node: ir.While, frame: Frame) -> bool:
        def body() -> bool:
            self.evaluate(node.test, frame)
            self.narrow(node.test, frame, positive=True)
            return self.execute(node.body, frame)

        self._loop(frame, body, node.orelse)
        return True

    def _with(self, node: ir.With, frame: Frame) -> bool:
        for value, target in node.items:
            values = self.evaluate(value, frame)
            if target is not None:
                self.assign(target, self.entered(values), frame)
        return self.execute(node.body, frame)

    def entered(self, values: Values) -> Values:
        """What `with … as` binds: of a generator function that is a context manager, what it yields."""
        found: set[Value] = set()
        for value in values:
            if isinstance(value, Ref) and value.kind == "generator":
                found |= self.elements(one(value))
            elif isinstance(value, Instance):
                for name in ("__enter__", "__aenter__"):
                    found |= self.given_by(value, name)
            else:
                found.add(value)
        return frozenset(found)

    def _try(self, node: ir.Try, frame: Frame) -> bool:
        env = frame.env
        start = env.mark()
        end = self.branch(node.body, frame, start)
        if end is not None:
            end = self.branch(node.orelse, frame, start)
        after_body = env.back(start)
        ends = [end]
        for kind, name, body in node.handlers:
            env.join({}, after_body)
            if kind is not None:
                self.evaluate(kind, frame)
            if name is not None:
                self.bind(name, UNKNOWN, frame)
            ends.append(self.branch(body, frame, start))
            env.back(start)
        reached = [end for end in ends if end is not None]
        env.join(*(reached or ({}, after_body)))
        return self.execute(node.final, frame) and bool(reached)

    # match

    def _match(self, node: ir.Match, frame: Frame) -> bool:
        subject = self.evaluate(node.subject, frame)
        env = frame.env
        start = env.mark()
        ends: list[Changes | None] = []
        default = False
        for pattern, guard, body in node.cases:
            matched = self.match(pattern, subject, frame)
            if isinstance(node.subject, ir.Name):
                env[node.subject.id] = matched
            if guard is not None:
                self.evaluate(guard, frame)
                self.narrow(guard, frame, positive=True)
            elif _is_default(pattern):
                default = True
            ends.append(self.branch(body, frame, start))
            env.back(start)
        self.note_match(node, subject, frame, default=default)
        if not default:
            ends.append({})
        reached = [end for end in ends if end is not None]
        env.join(*reached)
        return bool(reached)

    # definitions

    def _function(self, node: ir.Function, frame: Frame) -> bool:
        decorators = [self.evaluate(item, frame) for item in node.decorators]
        for parameter in node.parameters:
            if parameter.default is not None:
                self.evaluate(parameter.default, frame)
            if parameter.annotation is not None:
                self.annotated(parameter.annotation, frame)
        if node.returns is not None:
            self.annotated(node.returns, frame)
        self._bounds(node.type_parameters, frame)
        info = self.define(node, frame, frame.cls.index if frame.cls is not None else None)
        info.decorators = frozenset(name for values in decorators for name in self.names_of(values))
        if any(isinstance(item, ir.Attribute) and item.name in _ACCESSORS for item in node.decorators):
            return True  # the name stays the property's
        if frame.cls is not None:
            frame.cls.methods[node.name] = info
        self._register(node, info, frame)
        self.bind(node.name, one(Function(info.index)), frame)
        return True

    def _register(self, node: ir.Function, info: FunctionInfo, frame: Frame) -> None:
        """`@f.register`: one of the functions that a generic function (`functools.singledispatch`) stands for."""
        for decorator in node.decorators:
            called = isinstance(decorator, ir.Call)
            name = decorator.function if isinstance(decorator, ir.Call) else decorator
            if not isinstance(name, ir.Attribute) or name.name != "register":
                continue
            for value in self.evaluate(name.base, frame):
                if isinstance(value, Function) and self.functions[value.index].decorators & _DISPATCHERS:
                    self.add(("registered", value.index), one(Function(info.index)))
                    given = node.parameters[1 if info.cls is not None else 0 :]
                    if called and given and isinstance(decorator, ir.Call) and decorator.args:
                        kinds = self.objects_of(self.evaluate(decorator.args[0].value, frame))
                        self.add(("parameter", info.index, given[0].name), kinds)

    def names_of(self, values: Values) -> Iterable[str]:
        """The last parts of the names of functions and classes."""
        for value in values:
            if isinstance(value, External):
                yield value.name.rpartition(".")[2]
            elif isinstance(value, Function):
                yield self.functions[value.index].node.name

    def _class(self, node: ir.Class, frame: Frame) -> bool:
        info = self.class_of.get(id(node))
        if info is None:
            info = ClassInfo(len(self.classes), frame.file, node, frame.function)
            self.classes.append(info)
            self.class_of[id(node)] = info
        self._bounds(node.type_parameters, frame)
        bases = [self.evaluate(base.value, frame) for base in node.bases if base.name is None]
        if bases != info.bases:
            info.bases = bases
            self.lineages.clear()
        decorators = [self.evaluate(item, frame) for item in node.decorators]
        info.decorators = frozenset(name for values in decorators for name in self.names_of(values))
        inner = Frame(frame.file, None, info, Env(), frame.call, frame.depth)
        self.execute(node.body, inner)
        self.bind(node.name, one(UserClass(info.index)), frame)
        return True

    def _bounds(self, parameters: Iterable[ir.TypeParameter], frame: Frame) -> None:
        for parameter in parameters:
            if parameter.bound is not None:
                self.annotated(parameter.bound, frame)

    def _type_alias(self, node: ir.TypeAlias, frame: Frame) -> bool:
        self._bounds(node.type_parameters, frame)
        self.annotated(node.value, frame)
        names = [parameter.name for parameter in node.type_parameters]
        self.bind(node.name, self.alias(node.value, names, frame), frame)
        return True


def _is_default(pattern: ir.Pattern) -> bool:
    return isinstance(pattern, ir.CapturePattern) and (pattern.pattern is None or _is_default(pattern.pattern))
