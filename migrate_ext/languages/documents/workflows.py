"""Logic Apps and Power Automate: a small flow of values over the graph of actions (migration.md, 5).

What an action asks for, what its answer is parsed by, and what reads it are one group, as in Python. A value is known
by the URL of the action that answers; it is followed through loops, filters, variables and composed values.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Role, Site
from migrate_ext.graph import catalogue, jsontext, odata, shapes, sites
from migrate_ext.graph.composite import Composite
from migrate_ext.graph.expressions import property_of
from migrate_ext.graph.objects import TYPE_KEY, Dialect
from migrate_ext.graph.shapes import Found
from migrate_ext.graph.tree import Node, NodeKind, Text
from migrate_ext.languages.documents import schemas
from migrate_ext.languages.documents.calls import CallReader
from migrate_ext.languages.documents.workflow_graph import NOTHING, Action, Value, branches, sent
from migrate_ext.languages.documents.workflow_language import (
    Access,
    Expression,
    Invocation,
    Literal,
    Unknown,
    expressions,
)
from migrate_ext.languages.documents.workflow_texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STATUSES = (catalogue.STATUS.name, catalogue.NEW_STATUS.name)
_INSTANCES = (catalogue.INSTANCE.name, catalogue.NEW_INSTANCE.name)
_COMPARISONS = frozenset({"equals", "contains"})
_DATA_OPERATIONS = frozenset({"query", "select", "table", "join", "filter"})
_SAME = frozenset(
    {"coalesce", "if", "union", "intersection", "take", "skip", "reverse", "sort", "json", "array", "string"}
)
_ELEMENT = frozenset({"first", "last"})


def analyse(  # noqa: PLR0913 - each says something else that is known of the definition
    definition: Node, text: str, dialect: Dialect, reader: CallReader, *, evidence: bool, given: Node | None
) -> Found:
    """Everything that is found in the definition of a workflow; `given` are its parameters' values."""
    parameters = (given, "value"), (definition.get("parameters"), "defaultValue")
    actions: dict[str, Action] = {}
    texts = Texts(actions, parameters)
    return _Flow(definition, text, replace(dialect, at="@"), reader, evidence, texts, actions).run()


@dataclass(slots=True)
class _Flow:
    definition: Node
    text: str
    dialect: Dialect
    reader: CallReader
    evidence: bool
    texts: Texts
    actions: dict[str, Action]
    found: Found = field(default_factory=Found)
    triggers: dict[str, Action] = field(default_factory=dict)
    results: dict[str, Value] = field(default_factory=dict)
    known: dict[int, Value] = field(default_factory=dict)
    running: set[int] = field(default_factory=set)
    compared_nodes: set[int] = field(default_factory=set)
    """Strings that were judged as one side of a comparison."""

    def run(self) -> Found:
        self.collect()
        apart: list[Node] = []
        everything = (*self.triggers.values(), *self.actions.values())
        for action in everything:
            self.texts.note_variables(action)
        for action in everything:
            apart += self.call(action)
            apart += self.schema(action)
        for action in self.actions.values():
            self.conditions(action)
        skip = {id(node) for node in apart} | self.compared_nodes
        rest = shapes.analyse(self.definition, self.text, evidence=self.evidence, dialect=self.dialect, skip=skip)
        self.found.absorb(rest)
        keys: list[tuple[Node, int]] = []
        for action, node, key in self.strings():
            self.string(node, action)
            if key is not None:
                keys.append((node, key))
        self.join_keys(keys)
        return self.found

    def join_keys(self, keys: list[tuple[Node, int]]) -> None:
        """A collection's key and what the expression under it reads are one group."""
        places = sorted((site.start, index) for index, site in enumerate(self.found.sites) if site.collection)
        for node, key in keys:
            first = bisect_left(places, (key, -1))
            inside = bisect_left(places, (node.start, -1))
            if first < len(places) and places[first][0] == key:
                while inside < len(places) and places[inside][0] < node.end:
                    self.found.links.append((places[first][1], places[inside][1]))
                    inside += 1

    def collect(self) -> None:
        triggers = self.definition.get("triggers")
        for member in triggers.members if triggers is not None else ():
            self.triggers[member.key] = Action(member.key, member.value, ())
        stack: list[tuple[Node | None, tuple[str, ...]]] = [(self.definition.get("actions"), ())]
        while stack:
            node, parents = stack.pop()
            if node is None or node.kind is not NodeKind.OBJECT:
                continue
            for member in node.members:
                if member.value.kind is not NodeKind.OBJECT:
                    continue
                self.actions.setdefault(member.key, Action(member.key, member.value, parents))
                inner = (*parents, member.key)
                stack += [(branch, inner) for branch in branches(member.value)]

    # ---------------------------------------------------------------- actions

    def call(self, action: Action) -> list[Node]:
        """Read an action that sends a request; gives the nodes that are done."""
        call = sent(action)
        if call is None or action.inputs is None:
            return []
        reader = CallReader(self.text, self.dialect, self.reader.analyse, self.texts.composed)
        schema = action.inputs.get("schema")
        part, scan = reader.read(call, evidence=self.evidence, skip=[id(schema)] if schema is not None else [])
        base = self.found.absorb(part)
        inside = [index for index in range(base, len(self.found.sites)) if self.found.sites[index].collection]
        hubs = tuple(inside)
        anchor = next((i for i in inside if self.found.sites[i].collection == scan.collection), None)
        self.results[action.name] = Value(scan.target, scan.many, scan.many, None, anchor, hubs)
        return [action.inputs]

    def schema(self, action: Action) -> list[Node]:
        """The schema of Parse JSON or of a trigger: in the group of the data that it describes."""
        schema = action.inputs.get("schema") if action.inputs is not None else None
        if schema is None or schema.kind is not NodeKind.OBJECT:
            return []
        part = schemas.analyse(schema, self.text, self.dialect, evidence=self.evidence, contract=False)
        base = self.found.absorb(part)
        known = self.results.get(action.name, NOTHING)
        hubs = tuple(range(base, len(self.found.sites)))
        self.results[action.name] = replace(known, hubs=(*known.hubs, *hubs))
        return [schema]

    def result(self, name: str) -> Value:
        """What an action's body is."""
        action = self.actions.get(name) or self.actions.get(name.replace(" ", "_"))
        if action is None:
            return NOTHING
        known = self.results.get(action.name, NOTHING)
        inputs = action.node.get("inputs")
        if action.type in ("parsejson", "query", "filter") and action.inputs is not None:
            origin = self.operand(action.inputs.get("content") or action.inputs.get("from"), action)
            self.meet(origin.hubs, known.hubs)
            return replace(origin, hubs=(*origin.hubs, *known.hubs))
        if action.type == "compose" and inputs is not None:
            return self.operand(inputs, action)
        return known

    def meet(self, first: Sequence[int], second: Sequence[int]) -> None:
        """Two descriptions of one value: their sites of the same collection are one group."""
        for one in first:
            name = self.found.sites[one].collection
            self.found.links += [(one, two) for two in second if name and self.found.sites[two].collection == name]

    def operand(self, node: Node | None, action: Action) -> Value:
        """The value of a node that holds an expression."""
        if node is None or node.kind is not NodeKind.STRING:
            return NOTHING
        return self.string(node, action)

    # ---------------------------------------------------------------- strings and expressions

    def strings(self) -> Iterator[tuple[Action, Node, int | None]]:
        """Every string, with the action that it belongs to and the offset of the key that it stands under."""
        inner = {id(branch) for action in self.actions.values() for branch in branches(action.node)}
        whole = Action("", self.definition, ())
        roots = [(action, action.node) for action in (*self.triggers.values(), *self.actions.values())]
        outputs = self.definition.get("outputs")
        if outputs is not None:
            roots.append((whole, outputs))
        for action, root in roots:
            stack: list[tuple[Node, int | None]] = [(root, None)]
            while stack:
                node, key = stack.pop()
                if node is not root and id(node) in inner:
                    continue
                if node.kind is NodeKind.STRING:
                    yield action, node, key
                stack += [(item, None) for item in node.items]
                stack += [(one.value, one.text.at(0) if one.text is not None else None) for one in node.members]

    def string(self, node: Node, action: Action, *, negated: bool = False) -> Value:
        """Evaluate the expressions in a string; the value is known where it is a single one."""
        if id(node) in self.known:
            return self.known[id(node)]
        if id(node) in self.running or node.text is None or not isinstance(node.value, str) or "@" not in node.value:
            return NOTHING
        self.running.add(id(node))
        value = NOTHING
        for expression, whole in expressions(node.value):
            found = self.value(expression, action, node.text, negated=negated)
            if whole:
                value = found
        self.running.discard(id(node))
        self.known[id(node)] = value
        return value

    def value(self, node: Expression, action: Action, text: Text, *, negated: bool) -> Value:
        if isinstance(node, Access):
            target = self.value(node.target, action, text, negated=negated)
            if isinstance(node.key, Literal):
                return self.access(target, node.key, text)
            self.value(node.key, action, text, negated=negated)
            return target.element
        if isinstance(node, Invocation):
            return self.invocation(node, action, text, negated=negated)
        if isinstance(node, Literal) and not node.number:
            self.literal(node.value, node.start, text)
        if isinstance(node, Unknown):
            for part in node.parts:
                self.value(part, action, text, negated=negated)
        return NOTHING

    def literal(self, value: str, start: int, text: Text) -> None:
        """A string within an expression may be JSON, a URL or a query."""
        if odata.interesting().search(value) is None:
            return
        carried = jsontext.read_template(value) if value[:1] in ("{", "[") and "'" not in value else None
        if carried is not None:
            part = shapes.analyse(carried, value, evidence=self.evidence, dialect=self.dialect.carried())
            shifted = Text(value, start)
            self.found.absorb(part, [text.lift(shifted.lift(site)) for site in part.sites])
            return
        scan = odata.scan(value, evidence=self.evidence, pascal=self.dialect.pascal)
        if scan.kind in (odata.Kind.URL, odata.Kind.QUERY, odata.Kind.TYPE, odata.Kind.CONTEXT):
            shifted = Text(value, start)
            self.found.absorb(Found(links=scan.links), [text.lift(shifted.lift(site)) for site in scan.sites])

    def add(self, site: Site, text: Text, anchor: int | None) -> int:
        self.found.sites.append(text.lift(site))
        index = len(self.found.sites) - 1
        if anchor is not None:
            self.found.links.append((anchor, index))
        return index

    def access(self, target: Value, key: Literal, text: Text) -> Value:
        if key.number:
            return target.element
        at = key.start
        for name in key.value.split("/"):
            target = self.member(target, name, at, text)
            at += len(name) + 1
        return target

    def member(self, target: Value, name: str, at: int, text: Text) -> Value:
        if name == "body" and target.body is not None:
            return target.body
        if name == "value" and target.page:
            return replace(target, page=False, many=True)
        if name == TYPE_KEY:
            return Value(TYPE_KEY, anchor=target.anchor, hubs=target.hubs)
        owned = target.type is not None and property_of(target.type, name) is not None
        word = sites.deprecated_word(name, evidence=self.evidence or owned, pascal_too=self.dialect.pascal)
        if word is not None and word.name in catalogue.COLLECTIONS:
            site = sites.collection_site(word, at, at + len(name))
            index = self.add(site, text, target.anchor)
            self.meet([index], target.hubs)
            return Value(catalogue.COLLECTIONS[word.name].type, many=True, anchor=index)
        prop = property_of(target.type, name)
        if prop is None:
            new = catalogue.REPLACED.get(name)
            kind = catalogue.PROPERTY_TYPES[name][0] if new is not None else None
            return Value(kind, many=True, hubs=target.hubs) if kind else replace(NOTHING, hubs=target.hubs)
        if target.type in _INSTANCES and name == catalogue.STAGE_FIELD:
            self.add(sites.stage_read(at, at + len(name), name), text, target.anchor)
        return Value(prop.type, prop.many, anchor=target.anchor, hubs=target.hubs)

    def invocation(self, node: Invocation, action: Action, text: Text, *, negated: bool) -> Value:
        known = self._referred(node, action)
        if known is not None:
            return known
        name = node.name.lower()
        if name == "concat":
            self.concatenation(node, text)
        inner = negated or name == "not"
        compares = name in _COMPARISONS and len(node.arguments) > 1
        values = [
            self.value(one, action, text, negated=inner)
            for one in node.arguments
            if not isinstance(one, Literal) or not (compares or name == "concat")
        ]
        if compares:
            self.compared(node, values, text, negated=inner)
        if name in _SAME or name in _ELEMENT or name == "createarray":
            found = next((value for value in values if value.type is not None), NOTHING)
            return found.element if name in _ELEMENT else found
        return NOTHING

    def _referred(self, node: Invocation, action: Action) -> Value | None:
        """What a reference to another action, the trigger, a loop or a variable gives; None for other functions."""
        first = node.arguments[0] if node.arguments else None
        named = first.value if isinstance(first, Literal) else ""
        match node.name.lower():
            case "body" | "actionbody":
                return self.result(named)
            case "outputs" | "actionoutputs" | "actions":
                # the outputs of Compose are its value
                result = self.result(named)
                return replace(result, body=result)
            case "triggerbody" | "triggeroutputs" | "trigger":
                result = next((self.results[one] for one in self.triggers if one in self.results), NOTHING)
                return replace(result, body=result)
            case "items" | "item" as name:
                return self.loop(self.actions.get(named)) if name == "items" else self.nearest(action)
            case "variables":
                return self.variable(named)
            case _:
                return None

    def concatenation(self, node: Invocation, text: Text) -> None:
        composite = Composite()
        self.texts.fill(composite, node, text)
        scan = odata.scan(composite.value, evidence=self.evidence, pascal=self.dialect.pascal)
        if scan.kind is not odata.Kind.PROSE:
            self.found.absorb(composite.found(scan))

    def compared(self, node: Invocation, values: list[Value], text: Text, *, negated: bool) -> None:
        """A comparison within an expression: with one value, or with those of an array that is written out."""
        subject = next((value for value in values if value.type in (*_STATUSES, TYPE_KEY)), NOTHING)
        for one in node.arguments:
            written_out = isinstance(one, Invocation) and one.name.lower() == "createarray"
            literals = one.arguments if isinstance(one, Invocation) and written_out else (one,)
            for literal in literals:
                if isinstance(literal, Literal) and not literal.number:
                    judged = self.equal(subject, literal.value, literal.start, text, negated=negated)
                    if not judged:
                        self.literal(literal.value, literal.start, text)

    def equal(self, subject: Value, value: str, start: int, text: Text, *, negated: bool) -> bool:
        """A value that is compared with a literal; whether that was all there is to say of the literal."""
        end = start + len(value)
        if subject.type in _STATUSES:
            found = sites.old_status(value, pascal_too=self.dialect.pascal)
            if found is not None:
                site = sites.status_site(found[0], start, end, spell=found[1], negated=negated)
                self.add(site, text, subject.anchor)
            return found is not None
        name = value.rpartition(".")[2]
        word = sites.deprecated_word(name, evidence=self.evidence or "." in value, pascal_too=self.dialect.pascal)
        if subject.type != TYPE_KEY or word is None or word.name not in catalogue.TYPES:
            return False
        site = sites.type_site(word, end - len(name), end)
        if catalogue.TYPES[word.name].variants is not None:
            # there is no single type that it could be compared with
            site = site._replace(
                replacement=None, edits=(), level=Applicability.MANUAL, role=Role.RESIDUAL, reason="type-test"
            )
        index = self.add(site, text, subject.anchor)
        self.found.links += [(hub, index) for hub in subject.hubs if subject.anchor is None]
        return True

    def loop(self, action: Action | None) -> Value:
        if action is None:
            return NOTHING
        return self.operand(action.node.get("foreach"), action).element

    def nearest(self, action: Action) -> Value:
        """What `item()` is: an element of the nearest loop or data operation."""
        if action.type in _DATA_OPERATIONS and action.inputs is not None:
            return self.operand(action.inputs.get("from"), action).element
        for name in reversed(action.parents):
            around = self.actions[name]
            if around.node.get("foreach") is not None:
                return self.loop(around)
        return NOTHING

    def variable(self, name: str) -> Value:
        found = NOTHING
        for node, action, appended in self.texts.variables.get(name, ()):
            value = self.operand(node, action)
            if value.type is None:
                continue
            if found.type is None:
                found = replace(value, many=value.many or appended)
            elif found.anchor is not None and value.anchor is not None:
                self.found.links.append((found.anchor, value.anchor))
        return found

    # ---------------------------------------------------------------- conditions

    def conditions(self, action: Action) -> None:
        """Conditions as objects (`{"equals": […]}`), and the cases of a switch."""
        expression = action.node.get("expression")
        if expression is None:
            return
        if action.type == "switch":
            self.switch(action, expression)
            return
        stack = [(expression, False)]
        while stack:
            node, negated = stack.pop()
            if node.kind is NodeKind.STRING:
                self.string(node, action, negated=negated)
                continue
            stack += [(item, negated) for item in node.items]
            for member in node.members:
                if member.key == "equals" and member.value.kind is NodeKind.ARRAY:
                    self.equality(member.value.items, action, negated=negated)
                stack.append((member.value, negated or member.key == "not"))

    def equality(self, items: Sequence[Node], action: Action, *, negated: bool) -> None:
        values = [self.operand(item, action) for item in items]
        subject = next((value for value in values if value.type in (*_STATUSES, TYPE_KEY)), NOTHING)
        for item in items:
            self.literal_node(subject, item, negated=negated)

    def literal_node(self, subject: Value, node: Node, *, negated: bool) -> None:
        """A string of the definition that a value is compared with."""
        if node.text is None or not isinstance(node.value, str) or node.value.startswith("@"):
            return
        if subject.type is not None and self.equal(subject, node.value, 0, node.text, negated=negated):
            self.compared_nodes.add(id(node))

    def switch(self, action: Action, expression: Node) -> None:
        subject = self.operand(expression, action)
        cases = action.node.get("cases")
        for member in cases.members if cases is not None else ():
            case = member.value.get("case") if member.value.kind is NodeKind.OBJECT else None
            if case is not None:
                self.literal_node(subject, case, negated=False)
