"""What the strings of a workflow give, with the constants that their expressions name filled in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.graph import odata
from migrate_ext.graph.composite import Composite
from migrate_ext.languages.documents.workflow_language import Expression, Invocation, Literal, pieces

if TYPE_CHECKING:
    from migrate_ext.graph.tree import Node, Text
    from migrate_ext.languages.documents.workflow_graph import Action


@dataclass(slots=True)
class Texts:
    """Puts texts together from literals and from the parameters, variables and composed texts of a workflow."""

    actions: dict[str, Action]
    parameters: tuple[tuple[Node | None, str], ...]
    """Objects that hold the parameters, each with the key of the value in it, the stronger first."""
    variables: dict[str, list[tuple[Node, Action, bool]]] = field(default_factory=dict)
    """By name: the values that a variable is given, by which action, and whether it appends them."""

    def note_variables(self, action: Action) -> None:
        """Note what an action gives to variables."""
        inputs = action.inputs
        if inputs is None or "variable" not in action.type:
            return
        several = inputs.get("variables")
        for one in several.items if several is not None else [inputs]:
            name, value = one.get("name"), one.get("value")
            if name is not None and value is not None:
                entry = (value, action, action.type.startswith("append"))
                self.variables.setdefault(str(name.value), []).append(entry)

    def composed(self, node: Node) -> Composite | None:
        """The text of a string; None where it holds no expression."""
        if node.text is None or not isinstance(node.value, str):
            return None
        composite = Composite()
        found = False
        for start, end, expression in pieces(node.value):
            if expression is None:
                composite.literal(node.text, start, end)
            else:
                found = True
                self.fill(composite, expression, node.text)
        return composite if found else None

    def fill(self, composite: Composite, expression: Expression, text: Text) -> None:
        """Append what an expression of `text` gives, with a hole for what is not known."""
        known = self._constant(expression) if isinstance(expression, Invocation) else None
        if known is not None and known.text is not None:
            composite.literal(known.text)
        elif isinstance(expression, Literal) and expression.end - expression.start == len(expression.value):
            composite.literal(text, expression.start, expression.end)
        elif isinstance(expression, Invocation) and expression.name.lower() == "concat":
            for argument in expression.arguments:
                self.fill(composite, argument, text)
        else:
            composite.known(expression.value if isinstance(expression, Literal) else odata.HOLE)

    def _constant(self, node: Invocation) -> Node | None:
        first = node.arguments[0] if node.arguments else None
        if not isinstance(first, Literal):
            return None
        found: Node | None = None
        match node.name.lower():
            case "parameters":
                found = self._parameter(first.value)
            case "variables" if len(entries := self.variables.get(first.value, [])) == 1 and not entries[0][2]:
                found = entries[0][0]
            case "outputs" if (action := self.actions.get(first.value)) is not None and action.type == "compose":
                found = action.node.get("inputs")
        known = found is not None and isinstance(found.value, str) and "@" not in found.value
        return found if known else None

    def _parameter(self, name: str) -> Node | None:
        for holder, key in self.parameters:
            one = holder.get(name) if holder is not None else None
            found = one.get(key) if one is not None else None
            if found is not None:
                return found
        return None
