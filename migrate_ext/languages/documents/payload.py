"""One payload: which kinds of containers it holds, and what each part of it says.

Plain data is one scope of evidence. In a container each request with its answers is one, together with the variables
that it uses; what lies around the requests is one more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.graph import catalogue, shapes
from migrate_ext.graph.shapes import Found
from migrate_ext.graph.tree import Node, NodeKind
from migrate_ext.languages.documents import modules, schemas, workflow_graph, workflows
from migrate_ext.languages.documents.calls import Call, CallReader, call_of, composed, har_entry, postman_item

if TYPE_CHECKING:
    from migrate_ext.graph.objects import Dialect

_HINTS = (
    *("method", '"request"', "request:", "actions", "$schema", "openapi", "swagger", "$Version", "properties"),
    *(modules.RESOURCE, modules.INSTANCE, *catalogue.DSC_MODULE_PREFIXES),
)
"""A text without any of these is plain data."""
_VARIABLES = ("variable", "variables", "vars", "env")
"""Keys of the variables of a collection, a pipeline or a playbook."""


def analyse(root: Node, text: str, dialect: Dialect, version: int | None = None, *, evidence: bool = False) -> Found:
    """Everything that is found in one payload; `version` is that of the URL to which it is posted as a batch.

    `evidence` is given where something else shows that its names are Graph's.
    """
    return _Payload(root, text, dialect, version, evidence).run()


def is_plain(text: str) -> bool:
    """Whether a text can hold no container, schema or workflow."""
    return not any(hint in text for hint in _HINTS)


@dataclass(slots=True)
class _Payload:
    root: Node
    text: str
    dialect: Dialect
    version: int | None
    evidence: bool
    calls: list[Call] = field(default_factory=list)
    variables: dict[str, Node] = field(default_factory=dict)
    modules: list[Node] = field(default_factory=list)
    schemas: list[Node] = field(default_factory=list)
    workflows: list[Node] = field(default_factory=list)
    given: dict[int, Node] = field(default_factory=dict)
    """By the identity of a workflow's definition: the values of its parameters, which stand beside it."""

    def run(self) -> Found:
        if not is_plain(self.text):
            self.survey()
        found = Found()
        others = (*self.modules, *self.schemas, *self.workflows)
        apart = [id(call.node) for call in self.calls] + [id(node) for node in others]
        contained = {id(call.node) for call in self.calls if call.container}
        reader = CallReader(self.text, self.dialect, analyse, lambda url: composed(url, self.variables))
        evidence = self.evidence
        if self.schemas or self.workflows or any(not call.container for call in self.calls):
            evidence = evidence or shapes.tree_evidence(self.root, contained)
        for call in self.calls:
            inner = [key for key in apart if key != id(call.node)]
            part, _ = reader.read(call, evidence=evidence and not call.container, version=self.version, skip=inner)
            found.absorb(part)
        for node in self.modules:
            found.absorb(modules.blocked(node, self.dialect))
        for node in self.schemas:
            found.absorb(schemas.analyse(node, self.text, self.dialect, evidence=evidence))
        for node in self.workflows:
            given = self.given.get(id(node))
            found.absorb(workflows.analyse(node, self.text, self.dialect, reader, evidence=evidence, given=given))
        if id(self.root) not in apart:
            rest = shapes.analyse(
                self.root, self.text, evidence=evidence, version=self.version, dialect=self.dialect, skip=set(apart)
            )
            found.absorb(rest)
        return found

    def survey(self) -> None:
        """Find the containers and calls, outermost first."""
        stack: list[tuple[Node, str]] = [(self.root, "")]
        seen: set[int] = set()
        while stack:
            node, key = stack.pop()
            if id(node) in seen:
                continue
            self.note(node, key)
            if node.kind is NodeKind.ARRAY:
                seen.add(id(node))
                stack += [(item, key) for item in reversed(node.items)]
            elif node.kind is NodeKind.OBJECT:
                seen.add(id(node))
                if modules.is_module_data(node, key):
                    self.modules.append(node)
                    continue
                if schemas.is_schema(node):
                    self.schemas.append(node)
                    continue
                if workflow_graph.is_definition(node):
                    self.workflows.append(node)
                    continue
                call = (postman_item(node) if key == "item" else None) or (
                    har_entry(node) if key == "entries" else None
                )
                call = call or call_of(node)
                if call is not None:
                    call.container = call.container or key == "requests"
                    self.calls.append(call)
                    continue
                stack += [(member.value, str(member.key)) for member in reversed(node.members)]

    def note(self, node: Node, key: str) -> None:
        """Note the variables that stand under a key, and the parameters beside a workflow's definition."""
        if key in _VARIABLES:
            name, value = node.get("key") or node.get("name"), node.get("value")
            if name is not None and value is not None:
                self.variables.setdefault(str(name.value), value)
            else:
                for member in node.members:
                    self.variables.setdefault(str(member.key), member.value)
        definition, parameters = node.get("definition"), node.get("parameters")
        if definition is not None and parameters is not None:
            self.given[id(definition)] = parameters
