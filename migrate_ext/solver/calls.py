"""What calls give: functions and classes of the run, the SDK's models and builders, requests, and the library."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migrate_ext.graph import catalogue, names, sdk
from migrate_ext.languages.python import ir
from migrate_ext.solver.arguments import Arguments
from migrate_ext.solver.env import Env
from migrate_ext.solver.instances import Instances
from migrate_ext.solver.properties import VALUE
from migrate_ext.solver.reads import NEXT_LINK, TYPE_KEY
from migrate_ext.solver.state import Frame, FunctionInfo
from migrate_ext.solver.values import (
    OTHER,
    UNKNOWN,
    Answer,
    Builder,
    Choices,
    Config,
    External,
    Function,
    Getter,
    Graph,
    Instance,
    Many,
    Map,
    Method,
    Model,
    Page,
    Partial,
    Places,
    Ref,
    Seq,
    Status,
    Text,
    Tup,
    UserClass,
    Value,
    Values,
    one,
    place_of,
    places_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.core.model import Policy

MAX_DEPTH = 6
"""Calls within calls that are evaluated with their own arguments."""
MAX_CALLS = 1000
"""So many calls of one unit are evaluated with their own arguments."""


_KEYS = {
    spell(prop.name) for row in catalogue.TYPES.values() for prop in row.properties for spell in (str, names.snake)
} | {VALUE, NEXT_LINK, TYPE_KEY}
"""The keys and attributes of which the type of a value depends."""


def _successor(kind: str | None) -> str | None:
    """The type that replaces a type; an old and a new collection may meet in one parameter."""
    row = catalogue.TYPES.get(kind or "")
    return row.new if row is not None and row.new else kind


class Calls(Instances):
    """Calls."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        super().__init__(programs, policy)
        self.contributions: dict[tuple[int, str], dict[object, Values]] = defaultdict(dict)
        """By function and parameter: what each call passes."""
        self.calls_made = 0
        """So many calls of the current unit were evaluated with their own arguments."""
        self.contexts: dict[object, int] = {}
        """A number for each call that was evaluated with its own arguments: what is made in one is not another's."""
        self.memo: dict[object, Values] = {}
        """By function and arguments: the result."""
        self.calling: ir.Call | None = None
        """The call that is being evaluated: what a library function does with a function is part of it."""
        self.called: set[int] = set()
        """Ids of the names that are called."""
        self.argument_displays: set[int] = set()
        """Ids of the displays that are arguments or values in a dict."""

    def _call(self, node: ir.Call, frame: Frame) -> Values:
        callee = node.function
        base: Values = UNKNOWN
        if isinstance(callee, ir.Attribute):
            base = self.evaluate(callee.base, frame)
            self.use_member_name(callee, base, frame, called=True)
            self.use_by_id(callee, base, node, frame)
            functions = self.read_name(base, callee.name, callee.start, frame, callee.base)
        else:
            self.called.add(id(callee))
            functions = self.evaluate(callee, frame)
        arguments = self.arguments(node, frame)
        found: set[Value] = set()
        outer, self.calling = self.calling, node
        for function in functions:
            found |= self.apply(function, arguments, frame)
        if isinstance(callee, ir.Attribute):
            found |= self.call_method(base, callee.name, arguments, frame, known=functions)
        elif isinstance(callee, ir.Name) and not functions:
            found |= self.request(callee.id, arguments)
        self.calling = outer
        self.note_call(node, functions, arguments, frame)
        return frozenset(found)

    def arguments(self, node: ir.Call, frame: Frame) -> Arguments:
        """Evaluate the arguments of a call."""
        found = Arguments(node)
        for item in node.args:
            if isinstance(item.value, (ir.Display, ir.Dict)):
                self.argument_displays.add(id(item.value))
            values = self.evaluate(item.value, frame)
            if item.star == "**":
                found.spread |= values
                for value in values:
                    if isinstance(value, Ref) and value.kind == "dict":
                        for key in self.texts(self.read(("keys", value))):
                            found.keywords.setdefault(key.value, self.read(("item", value, key.value)))
            elif item.star:
                tuples = [value for value in values if isinstance(value, Tup)]
                if len(tuples) == 1 and len(values) == 1:
                    found.positional += tuples[0].items
                else:
                    found.positional.append(self.elements(values))
            elif item.name is not None:
                found.keywords[item.name] = values
            else:
                found.positional.append(values)
        return found

    def apply(self, function: Value, arguments: Arguments, frame: Frame) -> Values:
        """What calling a value with these arguments gives."""
        match function:
            case Function(index, bound):
                info = self.functions[index]
                given = [bound, *arguments.positional] if bound is not None else arguments.positional
                found = self.call_function(info, given, arguments.keywords, frame, arguments.node)
                for other in self._dispatched(index, given[0 if bound is None else 1 :][:1]):
                    found |= self.call_function(other, given, arguments.keywords, frame, arguments.node)
                return found
            case UserClass():
                return self.make_instance(function, arguments, frame)
            case Choices(objects):
                return arguments.get(0) | objects
            case Model():
                return self.make_model(function, arguments, frame)
            case External(name, made):
                return self.call_external(name, arguments, frame, made=made)
            case Partial(inner, positional, keywords):
                merged = Arguments(arguments.node, [*positional, *arguments.positional])
                merged.keywords = {**dict(keywords), **arguments.keywords}
                return frozenset().union(*(self.apply(value, merged, frame) for value in inner))
            case Getter(kind, keys):
                return self._get(kind, keys, arguments.get(0), frame)
            case Method(base, name):
                return self.call_method(base, name, arguments, frame, known=UNKNOWN)
            case Instance():
                return self._call_instance(function, arguments, frame)
            case _:
                return UNKNOWN

    def _dispatched(self, index: int, given: list[Values]) -> Iterable[FunctionInfo]:
        """The functions that are registered with a generic function, by the type of its first argument."""
        wanted = {kind for values in given for value in values if (kind := self._sort(value))}
        for value in self.read(("registered", index)):
            if isinstance(value, Function):
                info = self.functions[value.index]
                for parameter in info.node.parameters[info.cls is not None :][:1]:
                    declared = self.read(("parameter default", info.index, parameter.name))
                    declared |= self.read(("parameter", info.index, parameter.name))
                    kinds = {kind for held in declared if (kind := self._sort(held))}
                    if not (wanted and kinds) or wanted & kinds:
                        yield info

    def _call_instance(self, instance: Instance, arguments: Arguments, frame: Frame) -> Values:
        given = [one(instance), *arguments.positional]
        for info in self.lineage(instance.index):
            if "__call__" in info.methods:
                method = info.methods["__call__"]
                return self.call_function(method, given, arguments.keywords, frame, arguments.node)
        return UNKNOWN

    def apply_all(self, functions: Values, given: list[Values], frame: Frame) -> Values:
        """What calling any of the functions with these values gives."""
        found: set[Value] = set()
        for function in functions:
            found |= self.apply(function, Arguments(None, given), frame)
        return frozenset(found)

    def _get(self, kind: str, keys: tuple[Values, ...], base: Values, frame: Frame) -> Values:
        found = []
        for key in keys:
            if kind == "item":
                found.append(self.read_keys(base, key, frame))
            else:
                found.append(self.read_by_text(base, key, frame))
        return found[0] if len(found) == 1 else one(Tup(tuple(found)))

    # functions of the run

    def call_function(
        self, info: FunctionInfo, given: list[Values], keywords: dict[str, Values], frame: Frame, node: ir.Call | None
    ) -> Values:
        """What a call of a function of the run gives."""
        bound = self.bound_to(info, given, keywords)
        for parameter in info.node.parameters:
            if parameter.kind == "**" and node is not None and keywords.keys() - bound.keys():
                named = Ref(self.place(frame, node.start), frame.call, "dict")
                for name in keywords.keys() - bound.keys():
                    self.store(named, one(Text(name)), keywords[name])
                bound[parameter.name] = one(named)
        # a lambda is only called by what it is handed to, which may look at it in a call of its own
        if frame.call == 0 or info.node.name == "<lambda>":
            for name, values in bound.items():
                self._contribute(info, name, id(node or self.calling), values)
        declared = self.read(("declared", info.index))
        if not info.node.results and info.node.returns is None:
            return declared
        deep = frame.depth >= MAX_DEPTH or info in self.stack or self.calls_made > MAX_CALLS
        tells = any(self._informative(values) for values in bound.values()) or self.types_of_self(info, bound)
        if deep or not tells:
            return declared | self.read(("return", info.index))
        return declared | self.evaluate_call(info, bound, frame, node)

    def _informative(self, values: Values) -> bool:
        """Whether a function may give something else for these values.

        What is Graph's counts, an address, and the catalogue's names.
        """
        for value in values:
            match value:
                case Graph() | Many() | Page() | Status() | Model():
                    return True
                case Answer(type=kind) if kind != "other":
                    return True
                case Builder(type=kind, asks=asks) if kind is not None or asks:
                    return True
                case Config(asks=asks) if asks:
                    return True
                case Text(value=text) if text in _KEYS or "/" in text or "$" in text:
                    return True
                case Seq() | Map() | Tup() | Ref() | Instance():
                    if next(iter(self.leaves(frozenset((value,)))), None) is not None:
                        return True
                case _:
                    pass
        return False

    def _contribute(self, info: FunctionInfo, name: str, site: object, values: Values) -> None:
        """What one call passes for a parameter; the parameter has it where all calls agree.

        What one call passes may be one of several; it agrees with what another passes where that may be the same.
        """
        if not values or self.reporting:
            return
        contributions = self.contributions[info.index, name]
        if info.cls is not None and name == info.node.parameters[0].name:
            values = frozenset(Instance(value.index) if isinstance(value, Instance) else value for value in values)
        if contributions.get(site) == values:
            return
        contributions[site] = contributions.get(site, UNKNOWN) | values
        kinds = [{kind for value in held if (kind := self._sort(value))} for held in contributions.values()]
        kinds = [held for held in kinds if held]
        if kinds and not set.intersection(*kinds):
            self.conflicts.add((info.file, info.node.start, name))
        else:
            self.add(("parameter", info.index, name), values)

    def _sort(self, value: Value) -> object:
        """What must be the same in all calls for a parameter's value to be known; None where nothing is said."""
        match value:
            case Graph(type=None) | Many(type=None) | Page(type=None):
                return None
            case Many(type=kind):
                return "several", _successor(kind)
            case Graph(type=kind) | Page(type=kind):
                return type(value).__name__, _successor(kind)
            case Answer(type="other"):
                return "other"
            case Answer() | Builder():
                return type(value).__name__, value.type
            case Text(value=text):
                return "text", text
            case Status():
                return "status"
            case Instance(index) | UserClass(index):
                return type(value).__name__, index
            case Ref(kind="dict"):
                kinds = {item.type for item in self.read(("type", value)) if isinstance(item, Graph)}
                if not kinds:
                    return "dict" if self.read(("keys", value)) else None
                return "Graph", _successor(min(kinds, key=str))
            case Ref() | Seq():
                return self._sort_of_elements(value)
            case External(made=True):
                return None
            case _:
                return "other" if value in OTHER else None

    def _sort_of_elements(self, value: Ref | Seq) -> object:
        for element in self.elements(one(value)):
            match element:
                case Graph(type=kind) if kind is not None:
                    return "several", _successor(kind)
                case Instance(index):
                    return "several", index
                case _:
                    pass
        return None

    def evaluate_call(self, info: FunctionInfo, bound: dict[str, Values], frame: Frame, node: ir.Call | None) -> Values:
        """What a function gives for these arguments: its body is executed with them."""
        key = (info.index, frozenset(bound.items()))
        if key in self.memo:
            return self.memo[key]
        self.memo[key] = self.read(("return", info.index))
        self.calls_made += 1
        context = (info.index, frame.call, id(node)) if node is not None else (key, frame.call)
        number = self.contexts.setdefault(context, len(self.contexts) + 1)
        inner = Frame(info.file, info, None, Env(), number, frame.depth + 1)
        inner.types = self.entered_types(info, bound, inner)
        for parameter in info.node.parameters:
            values = bound.get(parameter.name, UNKNOWN)
            if not values:
                values = self.read(("parameter default", info.index, parameter.name))
            if inner.types and parameter.annotation is not None:
                self.agree(values, self.annotated(parameter.annotation, inner))
            inner.env[parameter.name] = values
        self.stack.append(info)
        self.execute(info.node.body, inner)
        self.stack.pop()
        result = self.result_of(info, inner)
        if inner.types and info.node.returns is not None:
            result |= self.annotated(info.node.returns, inner)
        self.memo[key] = result
        return result

    def result_of(self, info: FunctionInfo, frame: Frame) -> Values:
        """What a function gives after its body was executed: what it returned, or the generator of what it yielded."""
        if not info.node.generator:
            return frozenset(frame.returned)
        ref = Ref(place_of(info.file, info.node.start), frame.call, "generator")
        self.add(("elements", ref), frame.yielded)
        return one(ref)

    # request builders

    def use_by_id(self, callee: ir.Attribute, base: Values, node: ir.Call, frame: Frame) -> None:
        """Record `by_…_id(…_id=…)` of a deprecated collection."""
        attribute = sdk.attributes().get(callee.name)
        if attribute is None or attribute.kind is not sdk.Kind.BY_ID:
            return
        place = self.place(frame, callee.start)
        if self.are_foreign(base):
            return
        self.use_sdk_name(attribute, callee.start, frame)
        links = {place}
        for item in node.args:
            parameter = sdk.attributes().get(item.name or "")
            if parameter is not None and parameter.kind is sdk.Kind.PARAMETER:
                self.use_sdk_name(parameter, item.name_start, frame)
                links.add(self.place(frame, item.name_start))
        for value in base:
            links |= places_of(value)
        if self.reporting:
            self.sites.union(links)

    def builder_call(self, value: Builder, name: str, arguments: Arguments) -> Values:
        """A method of a request builder."""
        if name.startswith("by_") and name.endswith("_id"):
            segment = value.type
            if segment is None:
                attribute = sdk.attributes().get(name)
                segment = catalogue.COLLECTIONS[attribute.graph].type if attribute is not None else None
            return one(Builder(segment, item=True, places=value.places, asks=value.asks))
        if name == "with_url":
            return one(value)
        asks = value.asks | self.literals_in(arguments)
        self.show_version(asks, asks)
        if name in {"get", "post", "patch", "put"}:
            if name != "get":
                self.link_body(value.places, arguments, value.type)
            if name == "get" and not value.item:
                return one(Page(value.type, sdk=True, places=value.places, asks=asks))
            return one(Graph(value.type, sdk=True, places=value.places, asks=asks))
        return UNKNOWN

    def link_body(self, places: Places, arguments: Arguments, kind: str | None) -> None:
        """A call's address and the body that it sends stand or fall together."""
        for values in arguments.all():
            for value in values:
                if isinstance(value, Ref) and kind is not None:
                    self.type_contents(value, one(Graph(kind, sdk=False, places=places)))
        if self.reporting and places:
            body = self.sites_in(arguments.all())
            if body:
                self.sites.union([*places, *body])
