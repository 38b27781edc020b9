"""What calls of classes give: objects of those of the run and of the SDK's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.solver.env import Env
from migrate_ext.solver.library import Library
from migrate_ext.solver.state import Frame, FunctionInfo
from migrate_ext.solver.values import (
    UNKNOWN,
    Builder,
    Config,
    Instance,
    Model,
    Page,
    Tup,
    Types,
    UserClass,
    Values,
    one,
)

if TYPE_CHECKING:
    from migrate_ext.solver.arguments import Arguments

_LISTS = {"list", "tuple", "set", "deque", "UserList"}
"""Classes whose objects hold the elements of what they are made of."""


class Instances(Library):
    """Objects."""

    def make_instance(self, cls: UserClass, arguments: Arguments, frame: Frame) -> Values:
        """An object of a class of the run."""
        index = cls.index
        lineage = self.lineage(index)
        types = cls.types or self._inferred(index, arguments)
        for info in lineage:
            if "__init__" in info.methods:
                given = [one(Instance(index, types)), *arguments.positional]
                self.call_function(info.methods["__init__"], given, arguments.keywords, frame, arguments.node)
                return self.instance_of(index, types)
        if self.base_names(index) & {"Enum", "StrEnum", "IntEnum"}:
            self.note_enum_by_value(index, arguments)
            return arguments.get(0)
        if arguments.positional and self.base_names(index) & _LISTS:
            self.add(("contents", index), self.elements(arguments.positional[0]))
        for name, values in self._given_fields(index, arguments).items():
            for info in lineage:
                if name in info.fields:
                    if not frame.call:
                        self.add(("attribute", info.index, name), values)
                    self.agree(values, self.read(("declared field", info.index, name)))
        if arguments.node is not None:
            for item in arguments.node.args:
                for info in lineage:
                    if item.name is not None and item.name in info.fields:
                        place = self.place(frame, item.name_start)
                        self._use_field(info.fields[item.name], info.file, item.name, place)
        return self.instance_of(index, types)

    def _given_fields(self, index: int, arguments: Arguments) -> dict[str, Values]:
        """What the fields of a class are given by a call of it."""
        order = [name for info in reversed(self.lineage(index)) for name in info.fields]
        return dict(zip(order, arguments.positional, strict=False)) | arguments.keywords

    def _inferred(self, index: int, arguments: Arguments) -> Types:
        """What stands for the type variables of a class in the object that a call of it makes."""
        variables = self.variables_of(index)
        if not variables:
            return ()
        found: dict[str, Values] = {}
        for info in self.lineage(index):
            if "__init__" in info.methods:
                method = info.methods["__init__"]
                bound = self.bound_to(method, [UNKNOWN, *arguments.positional], arguments.keywords)
                inside = Frame(method.file, method, None, Env())
                for parameter in method.node.parameters:
                    self.unify(parameter.annotation, bound.get(parameter.name, UNKNOWN), inside, found)
                break
        else:
            given = self._given_fields(index, arguments)
            for info in self.lineage(index):
                inside = Frame(info.file, None, info, Env())
                for name in given.keys() & info.annotations.keys():
                    self.unify(info.annotations[name], given[name], inside, found)
        own = {name: found[name] for name in variables if name in found}
        return self.given_types(own, own.values())

    def initialise(self, value: Instance) -> None:
        """Know what an object's attributes hold by the annotations of its `__init__`."""
        for info in self.lineage(value.index):
            if "__init__" in info.methods:
                method = info.methods["__init__"]
                types = self.types_in(value, info)
                bound = {method.node.parameters[0].name: one(value)} if method.node.parameters else {}
                for parameter in method.node.parameters[1:]:
                    if parameter.annotation is not None:
                        bound[parameter.name] = self.described(parameter.annotation, info, types)
                if method not in self.stack:
                    self.evaluate_call(method, bound, Frame(info.file, None, None, Env()), None)
                return

    def make_model(self, model: Model, arguments: Arguments, frame: Frame) -> Values:
        """What calling a class of the SDK gives."""
        if model.kind == "enum":
            return self.enum_by_value(model, arguments.get(0))
        if model.kind == "model":
            return self.construct(model, arguments, frame)
        if model.kind == "page":
            held = arguments.keywords.get("value", UNKNOWN)
            places = model.places.union(*(leaf.places for leaf in self.leaves(held)))
            return one(Page(model.type, sdk=True, places=places, asks=model.asks))
        if model.kind in {"builder", "item builder"}:
            return one(Builder(model.type, model.kind == "item builder", model.places, model.asks))
        return one(Config(self.literals_in(arguments)))

    def bound_to(self, info: FunctionInfo, given: list[Values], keywords: dict[str, Values]) -> dict[str, Values]:
        """What a call gives to the parameters of a function."""
        bound: dict[str, Values] = {}
        rest = list(given)
        for parameter in info.node.parameters:
            if parameter.kind == "positional":
                if rest:
                    bound[parameter.name] = rest.pop(0)
                elif parameter.name in keywords:
                    bound[parameter.name] = keywords[parameter.name]
            elif parameter.kind == "*":
                bound[parameter.name] = one(Tup(tuple(rest))) if rest else UNKNOWN
                rest = []
            elif parameter.kind == "keyword" and parameter.name in keywords:
                bound[parameter.name] = keywords[parameter.name]
        return bound
