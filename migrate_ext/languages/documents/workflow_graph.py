"""The graph of a workflow's actions, and what is known of the values that flow through it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migrate_ext.graph.tree import Node, NodeKind
from migrate_ext.languages.documents.calls import METHODS, Call

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_URL_NAMES = ("uri", "url", "request/url", "path", "Uri", "Url")
_METHOD_NAMES = ("method", "request/method", "Method")
_BODY_NAMES = ("body", "request/body", "Body")
_WORKFLOW_SCHEMA = "workflowdefinition.json"


def is_definition(node: Node) -> bool:
    """Whether an object is the definition of a workflow."""
    actions, schema = node.get("actions"), node.get("$schema")
    if actions is None or actions.kind is not NodeKind.OBJECT:
        return False
    triggers = node.get("triggers")
    named = schema is not None and isinstance(schema.value, str) and _WORKFLOW_SCHEMA in schema.value
    return named or (triggers is not None and triggers.kind is NodeKind.OBJECT)


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of a value."""

    type: str | None = None
    many: bool = False
    page: bool = False
    """It is a page, whose `value` holds the elements."""
    body: Value | None = None
    """Of an action's outputs: what its body is."""
    anchor: int | None = None
    """Site from which it comes."""
    hubs: tuple[int, ...] = ()
    """Sites of the query that asked for it, or of the schema that describes it."""

    @property
    def element(self) -> Value:
        """One of its elements."""
        return replace(self, many=False, page=False)


NOTHING = Value()


@dataclass(frozen=True, slots=True)
class Action:
    """An action or trigger."""

    name: str
    node: Node
    parents: tuple[str, ...]
    """The actions around it, outermost first."""

    @property
    def type(self) -> str:
        """The kind of action in lower case."""
        found = self.node.get("type")
        return str(found.value).lower() if found is not None else ""

    @property
    def inputs(self) -> Node | None:
        """Its inputs, where they are an object."""
        found = self.node.get("inputs")
        return found if found is not None and found.kind is NodeKind.OBJECT else None


def branches(node: Node) -> list[Node]:
    """The objects of actions within an action."""
    found = [node.get("actions")]
    otherwise, default, cases = node.get("else"), node.get("default"), node.get("cases")
    found += [one.get("actions") for one in (otherwise, default) if one is not None and one.kind is NodeKind.OBJECT]
    if cases is not None and cases.kind is NodeKind.OBJECT:
        found += [one.value.get("actions") for one in cases.members if one.value.kind is NodeKind.OBJECT]
    return [one for one in found if one is not None and one.kind is NodeKind.OBJECT]


def sent(action: Action) -> Call | None:
    """The request that an action sends."""
    inputs = action.inputs
    if inputs is None:
        return None
    holders = [inputs, inputs.get("parameters"), inputs.get("body")]
    for holder in reversed([one for one in holders if one is not None and one.kind is NodeKind.OBJECT]):
        url = _first(holder, _URL_NAMES)
        if url is None or url.kind is not NodeKind.STRING:
            continue
        method = _first(holder, _METHOD_NAMES)
        verb = str(method.value).upper() if method is not None else "GET"
        call = Call(inputs, verb if verb in METHODS else "", [url])
        body = _first(holder, _BODY_NAMES)
        if body is not None:
            call.bodies.append(body)
        return call
    return None


def _first(node: Node, names: Sequence[str]) -> Node | None:
    found: Callable[[str], Node | None] = node.get
    return next((one for one in map(found, names) if one is not None), None)
