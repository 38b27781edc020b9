"""Type variables: those of classes, functions and aliases, and what an object's own type gives them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migrate_ext.languages.python import ir
from migrate_ext.solver.env import Env
from migrate_ext.solver.execute import Executor
from migrate_ext.solver.state import Frame
from migrate_ext.solver.values import (
    UNKNOWN,
    Alias,
    External,
    Function,
    Instance,
    Map,
    Ref,
    Text,
    Tup,
    Types,
    UserClass,
    Value,
    Values,
    one,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from migrate_ext.core.model import Policy
    from migrate_ext.solver.state import ClassInfo, FunctionInfo

TRANSPARENT = {"Optional", "Annotated", "Final", "ClassVar", "Awaitable", "Required", "NotRequired", "ReadOnly"}
ITERABLES = {
    "list", "List", "set", "Set", "frozenset", "FrozenSet", "Sequence", "MutableSequence", "Iterable", "Iterator",
    "Collection", "AsyncIterator", "AsyncIterable", "Generator", "AsyncGenerator", "deque", "Deque", "AbstractSet",
}  # fmt: skip
MAPPINGS = {"dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict"}

MAX_NESTED = 3
"""Types within types that are followed."""


@dataclass(frozen=True, slots=True)
class AliasInfo:
    """An alias of a type, by the expression that it stands for and where that stands."""

    node: ir.Expr
    variables: tuple[str, ...]
    file: int
    function: FunctionInfo | None
    cls: ClassInfo | None


class Generics(Executor):
    """What stands for type variables."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        super().__init__(programs, policy)
        self.aliases: list[AliasInfo] = []
        self._alias_of: dict[int, int] = {}
        self._described: set[int] = set()

    def _class(self, node: ir.Class, frame: Frame) -> bool:
        reached = super()._class(node, frame)
        variables = self._class_variables(node, frame)
        if variables:
            self.add(
                ("variables", self.class_of[id(node)].index), one(Tup(tuple(one(Text(name)) for name in variables)))
            )
        return reached

    def _class_variables(self, node: ir.Class, frame: Frame) -> list[str]:
        """The type variables of a class: those that it declares, else those of its bases in their order."""
        if node.type_parameters:
            return [parameter.name for parameter in node.type_parameters]
        found: list[str] = []
        for base in node.bases:
            if base.name is None and isinstance(base.value, ir.Subscript):
                names = self.variables(base.value.index, frame)
                if word_of(base.value) == "Generic":
                    return names
                found += [name for name in names if name not in found]
        return found

    def variables(self, node: ir.Expr, frame: Frame) -> list[str]:
        """The type variables in a type, in their order."""
        found: list[str] = []
        stack: list[ir.Expr] = [node]
        while stack:
            match stack.pop():
                case ir.Name(id=name) if name not in found and self.is_variable(name, frame):
                    found.append(name)
                case ir.Subscript(index=index):
                    stack.append(index)
                case ir.Binary(left=left, right=right):
                    stack += [right, left]
                case ir.Display(items=items):
                    stack += [item.value for item in reversed(items)]
        return found

    def is_variable(self, name: str, frame: Frame) -> bool:
        """Whether a name is bound to a type variable."""
        return any(
            isinstance(value, External) and value.made and value.name.endswith("TypeVar")
            for value in self.lookup(name, frame)
        )

    def variables_of(self, index: int) -> list[str]:
        """The names of the type variables of a class of the run."""
        for value in self.read(("variables", index)):
            if isinstance(value, Tup):
                return [text.value for item in value.items for text in self.texts(item)]
        return []

    # types with arguments

    def given_types(self, variables: Iterable[str], arguments: Iterable[Values]) -> Types:
        """What stands for type variables, as far as it says anything."""
        pairs = zip(variables, arguments, strict=False)
        return tuple(sorted((name, values) for name, values in pairs if self._tells(values)))

    def _tells(self, values: Values) -> bool:
        if any(_nested(value) >= MAX_NESTED for value in values):
            return False
        return any(isinstance(value, Instance) for value in values) or any(True for _ in self.leaves(values))

    def lineage(self, index: int) -> list[ClassInfo]:
        """A class and those of the run that it derives from."""
        found = self.lineages.get(index)
        if found is None:
            found = self.lineages[index] = []
            stack = [index]
            while stack:
                info = self.classes[stack.pop()]
                if info not in found:
                    found.append(info)
                    stack += [value.index for base in info.bases for value in base if isinstance(value, UserClass)]
        return found

    def types_in(self, value: Instance | UserClass, cls: ClassInfo) -> dict[str, Values]:
        """What the type variables of a class stand for in an object of it, or of a class that derives from it."""
        if not value.types and value.index == cls.index:
            return {}
        stack = [(value.index, value.types)]
        seen: set[int] = set()
        while stack:
            index, types = stack.pop()
            if index == cls.index:
                return dict(types)
            if index in seen:
                continue
            seen.add(index)
            stack += [(base.index, base.types) for base in self._bases(self.classes[index], dict(types))]
        return {}

    def _bases(self, info: ClassInfo, types: dict[str, Values]) -> Iterator[UserClass | Instance]:
        for values in info.bases:
            yield from (value for value in values if isinstance(value, UserClass) and (value.types or not types))
        if types:
            for base in info.node.bases:
                if base.name is None:
                    held = self.described(base.value, AliasInfo(base.value, (), info.file, info.parent, None), types)
                    yield from (value for value in held if isinstance(value, Instance))

    def described(self, node: ir.Expr, where: AliasInfo | ClassInfo, types: dict[str, Values]) -> Values:
        """The objects of a type in which these stand for the type variables."""
        if id(node) in self._described:
            return UNKNOWN
        with self._aside(node):
            if isinstance(where, AliasInfo):
                frame = Frame(where.file, where.function, where.cls, Env(), types=types)
            else:
                frame = Frame(where.file, None, where, Env(), types=types)
            return self.annotated(node, frame)

    @contextmanager
    def _aside(self, node: ir.Expr) -> Iterator[None]:
        """Look at a type again without recording what is seen."""
        reporting, self.reporting = self.reporting, False
        self._described.add(id(node))
        try:
            yield
        finally:
            self._described.discard(id(node))
            self.reporting = reporting

    # aliases

    def alias(self, node: ir.Expr, variables: Iterable[str], frame: Frame) -> Values:
        """The alias that stands for a type."""
        number = self._alias_of.setdefault(id(node), len(self.aliases))
        if number == len(self.aliases):
            self.aliases.append(AliasInfo(node, tuple(variables), frame.file, frame.function, frame.cls))
        return one(Alias(number))

    def of_alias(self, index: int, arguments: Iterable[Values] = ()) -> Values:
        """The objects of the type that an alias stands for."""
        info = self.aliases[index]
        return self.described(info.node, info, dict(zip(info.variables, arguments, strict=False)))

    # what calls give to type variables

    def unify(self, node: ir.Expr | None, values: Values, frame: Frame, found: dict[str, Values]) -> None:
        """Add what the type variables of an annotation stand for where it describes these values."""
        match node:
            case ir.Name(id=name):
                if values and self.is_variable(name, frame):
                    found[name] = found.get(name, UNKNOWN) | values
            case ir.Binary(operator="|", left=left, right=right):
                self.unify(left, values, frame, found)
                self.unify(right, values, frame, found)
            case ir.Subscript() if values:
                self._unify_parts(node, values, frame, found)
            case _:
                pass

    def _unify_parts(self, node: ir.Subscript, values: Values, frame: Frame, found: dict[str, Values]) -> None:
        word, parts = word_of(node), parts_of(node)
        if word in TRANSPARENT or word == "Union":
            for part in parts:
                self.unify(part, values, frame, found)
        elif word in MAPPINGS:
            self.unify(parts[-1], self._mapped_values(values), frame, found)
        elif word in {"type", "Type"}:
            self.unify(parts[0], self.objects_of(values), frame, found)
        elif word in {"Callable", "Coroutine"}:
            self.unify(parts[-1], self._results(values) if word == "Callable" else values, frame, found)
        elif own := [value for value in self._class_named(node.base, frame) if isinstance(value, UserClass)]:
            for cls in own:
                for value in values:
                    if isinstance(value, Instance):
                        types = self.types_in(value, self.classes[cls.index])
                        for name, part in zip(self.variables_of(cls.index), parts, strict=False):
                            self.unify(part, types.get(name, UNKNOWN), frame, found)
        else:
            self.unify(parts[0], self.elements(values), frame, found)

    def _class_named(self, node: ir.Expr, frame: Frame) -> Values:
        with self._aside(node):
            return self.evaluate(node, frame)

    def _mapped_values(self, values: Values) -> Values:
        found: set[Value] = set()
        for value in values:
            if isinstance(value, Map):
                found |= value.values
            elif isinstance(value, Ref) and value.kind == "dict":
                found |= self.all_of(value)
        return frozenset(found)

    def _results(self, values: Values) -> Values:
        functions = [value.index for value in values if isinstance(value, Function)]
        held = (self.read((cell, index)) for index in functions for cell in ("return", "declared"))
        return frozenset().union(*held)

    # attributes

    def attribute_in(self, value: Instance | UserClass, cls: ClassInfo, name: str) -> Values:
        """What an object, or a class, holds in an attribute that a class of its lineage has."""
        held = self.read(("attribute", cls.index, name))
        types = self.types_in(value, cls)
        if not types:
            return held
        annotation = cls.annotations.get(name)
        if annotation is not None:
            return self.described(annotation, cls, types) or held
        if isinstance(value, Instance):
            self.initialise(value)
        return self.read(("attribute of", value, name)) or held

    def entered_types(self, info: FunctionInfo, bound: dict[str, Values], frame: Frame) -> dict[str, Values]:
        """What stands for the type variables in one call of a function: from its arguments, and from its object."""
        found: dict[str, Values] = {}
        for parameter in info.node.parameters:
            self.unify(parameter.annotation, bound.get(parameter.name, UNKNOWN), frame, found)
        return found | self.types_of_self(info, bound)

    def types_of_self(self, info: FunctionInfo, bound: dict[str, Values]) -> dict[str, Values]:
        """What the type variables of a method's class stand for in the object that it is called on."""
        found: dict[str, Values] = {}
        if info.cls is not None and info.node.parameters:
            for value in bound.get(info.node.parameters[0].name, UNKNOWN):
                if isinstance(value, (Instance, UserClass)):
                    found |= self.types_in(value, self.classes[info.cls])
        return found


def word_of(node: ir.Subscript) -> str:
    """The last part of the name of a type that is given arguments."""
    return node.base.id if isinstance(node.base, ir.Name) else getattr(node.base, "name", "")


def parts_of(node: ir.Subscript) -> list[ir.Expr]:
    """The arguments of a type."""
    return [item.value for item in node.index.items] if isinstance(node.index, ir.Display) else [node.index]


def _nested(value: Value) -> int:
    if isinstance(value, (Instance, UserClass)) and value.types:
        return 1 + max(_nested(inner) for _, values in value.types for inner in values)
    return 0
