"""What names things by a text or by a keyword: calls of unknown functions, prose, and the literals that are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migrate_ext.graph import catalogue, names, odata, shapes
from migrate_ext.languages.python import ir
from migrate_ext.solver.displays import Displays
from migrate_ext.solver.env import Env
from migrate_ext.solver.sites import residual
from migrate_ext.solver.state import Frame
from migrate_ext.solver.values import (
    UNKNOWN,
    External,
    Many,
    Ref,
    Text,
    Value,
    Values,
    file_of,
    one,
)
from migrate_ext.solver.writes import QUERY_OPTIONS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from migrate_ext.core.model import Policy
    from migrate_ext.solver.arguments import Arguments

    Fill = Callable[[re.Match[str], int], Values | str]
    """Gives what stands in a place of a template, by its match and its number."""

_LOGGERS = {"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "fatal", "echo", "secho"}


class Strings(Displays):
    """Keywords, prose and literals that no construct explains."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        super().__init__(programs, policy)
        self.prose: set[int] = set()
        """Ids of the literals that are read by people."""

    # prose

    def note_prose(self, node: ir.Expr) -> None:
        """The message of an exception or assertion."""
        stack: list[Any] = [node]
        while stack:
            item = stack.pop()
            if isinstance(item, ir.String):
                self.prose.add(id(item))
            elif isinstance(item, ir.Call):
                stack += [argument.value for argument in item.args]
            elif isinstance(item, ir.Joined):
                stack += item.parts
            elif isinstance(item, ir.Binary):
                stack += [item.left, item.right]

    def note_printed(self, arguments: Arguments) -> None:
        """What is printed is read by people."""
        if arguments.node is not None:
            for item in arguments.node.args:
                if isinstance(item.value, (ir.String, ir.Joined, ir.Binary)):
                    self.note_prose(item.value)

    def note_call(self, node: ir.Call, functions: Values, arguments: Arguments, frame: Frame) -> None:
        """Keywords of calls of what the run does not define, and messages of loggers."""
        callee = node.function
        word = callee.name if isinstance(callee, ir.Attribute) else callee.id if isinstance(callee, ir.Name) else ""
        if word in _LOGGERS:
            self.note_printed(arguments)
        for item in node.args:
            if item.name in QUERY_OPTIONS:
                self.ask(arguments.keywords.get(item.name, UNKNOWN))
        unknown = not functions or any(isinstance(value, External) for value in functions)
        if not unknown:
            return
        self._both_arguments(arguments)
        for item in node.args:
            if item.name is not None:
                self._unknown_keyword(item, functions, arguments, frame)

    def _both_arguments(self, arguments: Arguments) -> None:
        """A call with the old name and the new one has bridged them (migration.md, 3.6)."""
        given = {text.value: text for values in arguments.positional for text in self.texts(values)}
        for new in given.keys() & catalogue.REPLACED.keys():
            old = catalogue.REPLACED[new]
            if old.name in given and self.reporting:
                self.blocked.append((given[old.name].literal, old.rule or "", "both"))

    def _unknown_keyword(self, item: ir.Item, functions: Values, arguments: Arguments, frame: Frame) -> None:
        name = item.name or ""
        snake = {names.snake(word): word for word in catalogue.COLLECTIONS}
        graph_name = name if name in catalogue.COLLECTIONS else snake.get(name)
        if graph_name is None:
            return
        if graph_name != name and not any(self._is_mock(value) for value in functions):
            return
        if not names.is_distinctive(graph_name) and not self.evidence(frame.file):
            return
        prop = catalogue.COLLECTIONS[graph_name]
        place = self._collection_keyword(prop, item, frame, arguments)
        self._link_values(place, arguments.keywords.get(name, UNKNOWN))
        for value in arguments.keywords.get(name, UNKNOWN):
            if isinstance(value, Ref):
                self.type_contents(value, one(Many(prop.type, sdk=False, places=frozenset((place,)))))

    def update_keyword(self, value: Value, name: str, arguments: Arguments, frame: Frame) -> None:
        """`x.update(name=…)`: a keyword that is a key."""
        item = self._keyword(arguments.node, name)
        if item is not None and name in catalogue.COLLECTIONS and self._is_key(one(value), name, frame):
            place = self._collection_keyword(catalogue.COLLECTIONS[name], item, frame, arguments)
            self._link_values(place, arguments.keywords[name])

    @staticmethod
    def _is_mock(value: Value) -> bool:
        return isinstance(value, External) and ("Mock" in value.name or value.name.endswith("SimpleNamespace"))

    def read_text_name(self, base: Values, name: str, text: Text, frame: Frame, owner: ir.Expr | None) -> Values:
        """An attribute that a literal names."""
        literal = self.literals[text.literal].text
        index = text.value.find(name)
        start = literal.at(index)
        before = len(self.sites.found)
        result = self.read_name(base, name, start, frame, owner)
        if self.reporting and file_of(text.literal) == frame.file and len(self.sites.found) != before:
            self.handled.add(text.literal)
            self.sites.union([text.literal, self.place(frame, start)])
        elif self.reporting and self.are_foreign(base):
            self.denied.add(text.literal)
        return result

    # what is left

    def scan_rest(self) -> None:
        """Look at the literals that no construct has explained."""
        for file, program in enumerate(self.programs):
            frame = Frame(file, None, None, Env())
            for string in program.strings:
                place = self.place(frame, string.start)
                if place in self.handled or place in self.denied:
                    if place in self.type_tests:
                        self._type_test(string, file)
                    continue
                if place in self.type_tests:
                    self._type_test(string, file)
                elif string.start in program.docstrings or id(string) in self.prose:
                    self._mention(string, file)
                else:
                    self._scan_string(string, frame, query=place in self.query_literals)

    def _type_test(self, string: ir.String, file: int) -> None:
        row = catalogue.EXTENSION
        start = string.text.at(len(string.text.value) - len(row.name))
        site = residual(row.rule or "", start, string.text.end, row.name, "type-test", context=row.name)
        self.sites.found.pop((file, start, row.rule or ""), None)
        self.sites.add(file, site)

    def _mention(self, string: ir.String, file: int) -> None:
        for start, end, word in odata.mentions(string.text.value, evidence=self.evidence(file)):
            self.sites.add(file, string.text.lift(shapes.mention_site(start, end, word)))

    def _scan_string(self, string: ir.String, frame: Frame, *, query: bool) -> None:
        self._scan_text(string.text, frame, query=query)
