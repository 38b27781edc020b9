"""What a call is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.solver.values import UNKNOWN, Values

if TYPE_CHECKING:
    from migrate_ext.languages.python import ir


@dataclass(slots=True)
class Arguments:
    """The evaluated arguments of one call."""

    node: ir.Call | None
    positional: list[Values] = field(default_factory=list)
    keywords: dict[str, Values] = field(default_factory=dict)
    spread: Values = UNKNOWN
    """What is unpacked with `**`."""

    def get(self, index: int, name: str = "") -> Values:
        """A positional argument, or the keyword of that name."""
        if index < len(self.positional):
            return self.positional[index]
        return self.keywords.get(name, UNKNOWN)

    def all(self) -> list[Values]:
        """All argument values."""
        return [*self.positional, *self.keywords.values(), self.spread]

    def item(self, index: int, name: str = "") -> ir.Expr | None:
        """The expression of an argument."""
        if self.node is None:
            return None
        plain = [item for item in self.node.args if item.name is None and not item.star]
        if index < len(plain):
            return plain[index].value
        return next((item.value for item in self.node.args if name and item.name == name), None)
