"""What the names of a scope may be bound to, on several ways that part and meet again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migrate_ext.solver.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migrate_ext.solver.values import Values

Changes = dict[str, "Values | None"]
"""What a way changed: the names and what they hold at its end, None where they are gone."""


class Env(dict[str, "Values"]):
    """Names and attributes of variables (`a.b`) with their values.

    A log of the changes lets a branch be taken back, so that it costs what it changes and not what is bound: a module
    with many names and many branches stays linear.
    """

    def __init__(self) -> None:
        super().__init__()
        self._log: list[tuple[str, Values | None]] = []
        self._paths: dict[str, set[str]] = defaultdict(set)

    def __setitem__(self, name: str, values: Values) -> None:
        self._log.append((name, self.get(name)))
        super().__setitem__(name, values)
        if "." in name:
            self._paths[name.partition(".")[0]].add(name)

    def __delitem__(self, name: str) -> None:
        self._log.append((name, self[name]))
        super().__delitem__(name)

    def forget_attributes(self, name: str) -> None:
        """A variable is bound anew: what its attributes held is gone."""
        for path in self._paths.get(name, ()):
            if path in self:
                del self[path]

    def mark(self) -> int:
        """The point that `changes` and `back` count from."""
        return len(self._log)

    def changes(self, mark: int) -> Changes:
        """What was changed since a mark."""
        return {name: self.get(name) for name, _ in self._log[mark:]}

    def back(self, mark: int) -> Changes:
        """Take back what was changed since a mark, and give it."""
        changes = self.changes(mark)
        while len(self._log) > mark:
            name, old = self._log.pop()
            if old is None:
                super().pop(name, None)
            else:
                super().__setitem__(name, old)
        return changes

    def join(self, *ways: Changes) -> None:
        """Go on with what is bound where ways meet that all begin here."""
        for name in dict.fromkeys(name for way in ways for name in way):
            held = [way[name] if name in way else self.get(name) for way in ways]
            if "." not in name:
                self[name] = UNKNOWN.union(*_known(held))
            elif held[0] is not None and held.count(held[0]) == len(held):
                self[name] = held[0]
            elif name in self:
                del self[name]


def _known(held: list[Values | None]) -> Iterator[Values]:
    return (values for values in held if values is not None)
