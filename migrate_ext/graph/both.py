"""Objects that hold a deprecated collection and perhaps the one that replaces it (migration.md, 3.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Role
from migrate_ext.graph import catalogue
from migrate_ext.graph.objects import FOREIGN, Dialect, Field, fields_of, is_handler, may_be
from migrate_ext.graph.sites import graph_word
from migrate_ext.graph.strings import option
from migrate_ext.graph.tree import Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class BothVerdict:
    """What becomes of two collections in one object."""

    gone: str = ""
    """`old` or `new`: the one that is removed."""
    level: Applicability = Applicability.SAFE
    role: Role = Role.MEMBER
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A deprecated collection of an object with its annotations, and its new counterpart."""

    name: str
    old: list[Field]
    new: list[Field]

    @property
    def old_value(self) -> Node | None:
        """The value under the old key."""
        return _value(self.old)

    @property
    def new_value(self) -> Node | None:
        """The value under the new key."""
        return _value(self.new)

    def verdict(self) -> BothVerdict:
        """What is right where the new collection stands here too."""
        old, new = self.old_value, self.new_value
        if old is None or new is None:
            return BothVerdict()
        if not _literal(old) or not _literal(new):
            return BothVerdict(role=Role.BLOCKER, reason="both")
        if _empty(old):
            return BothVerdict("old")
        if _empty(new):
            return BothVerdict("new")
        if self._matched(old, new):
            return BothVerdict("old", Applicability.UNSAFE, reason="both-matched")
        return BothVerdict(role=Role.BLOCKER, reason="both-differ")

    def _matched(self, old: Node, new: Node) -> bool:
        """Whether each old element has its match among the new ones."""
        row = catalogue.TYPES[catalogue.COLLECTIONS[self.name].type or ""]
        known = {_identity(item, row) for item in new.items}
        wanted = [_identity(item, row) for item in old.items]
        return bool(wanted) and None not in wanted and all(one in known for one in wanted)

    def has_shape(self) -> bool:
        """Whether an element has the shape of the type, which is evidence by itself."""
        value = self.old_value
        if value is None or catalogue.COLLECTIONS[self.name].type != catalogue.HANDLER.name:
            return False
        elements = value.items if value.kind is NodeKind.ARRAY else [value]
        return any(
            is_handler(
                {one.name: one.member.value for one in fields_of(item, Dialect(pascal=True)) if not one.annotation}
            )
            for item in elements
            if item.kind is NodeKind.OBJECT
        )

    def defeats(self) -> bool:
        """Whether the value cannot be the collection."""
        value = self.old_value
        type_name = catalogue.COLLECTIONS[self.name].type or ""
        if value is None or value.kind in (NodeKind.NULL, NodeKind.OPAQUE):
            return value is not None and value.place == FOREIGN
        if value.kind is NodeKind.ARRAY:
            return not all(may_be(item, type_name) for item in value.items)
        if value.kind is NodeKind.OBJECT:
            # Windows PowerShell wraps arrays so; and it unrolls those of one element
            names = [member.key for member in value.members]
            return not names or (names != ["value", "Count"] and not may_be(value, type_name))
        return not may_be(value, type_name)


def opposed(fields: Sequence[Field]) -> frozenset[str]:
    """The old names that stand opposite to their new ones: a key and its text, or two texts of one object.

    Such is an entry of a table of renames, which the user has written to bridge both.
    """
    texts = {
        _bare(value)
        for item in fields
        if isinstance(value := item.member.value.value, str) and _WORD in value and option(item.symbol) is None
    }
    if texts.isdisjoint(_NAMES):
        return frozenset()
    words = texts | {_bare(item.symbol) for item in fields}
    return frozenset(
        old for old, news in _NEWS.items() if old in words and not news.isdisjoint(words) and {old, *news} & texts
    )


def _bare(text: str) -> str:
    """Graph's spelling of a name, its namespace aside."""
    return graph_word(text.rpartition(".")[2].lstrip("#"), pascal_too=True).name


def _news() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for new, prop in catalogue.REPLACED.items():
        found.setdefault(prop.name, set()).add(new)
    for row in catalogue.TYPES.values():
        if row.new is not None:
            found[row.name] = {row.new}
        elif row.variants is not None:
            found[row.name] = {row.variants.base, *dict(row.variants.by_value).values()}
    return found


_NEWS = _news()
"""By deprecated name: the names that replace it."""
_NAMES = frozenset(_NEWS).union(*_NEWS.values())
_WORD = "xtension"
"""Stands in all of these names, in any spelling."""


def pairs(fields: Sequence[Field]) -> list[Pair]:
    """The deprecated collections of an object in the order of their keys."""
    found: dict[str, Pair] = {}
    for item in fields:
        if item.member.text is None:
            continue
        if item.name in catalogue.COLLECTIONS:
            found.setdefault(item.name, Pair(item.name, [], [])).old.append(item)
    for pair in found.values():
        pair.old.sort(key=lambda item: bool(item.annotation))
        news = [item for item in fields if (prop := catalogue.REPLACED.get(item.name)) and prop.name == pair.name]
        pair.new.extend(sorted(news, key=lambda item: bool(item.annotation)))
    return list(found.values())


def _value(fields: Sequence[Field]) -> Node | None:
    values = [item.member.value for item in fields if not item.annotation]
    return values[-1] if values else None


def _empty(node: Node) -> bool:
    if node.kind in (NodeKind.ARRAY, NodeKind.OBJECT):
        return not node.items and not node.members
    return node.kind is NodeKind.NULL


def _literal(root: Node) -> bool:
    stack = [root]
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if node.kind is NodeKind.OPAQUE:
            return False
        if id(node) in seen:
            continue
        seen.add(id(node))
        stack += node.items
        stack += [member.value for member in node.members]
        if any(not isinstance(member.key, str) for member in node.members):
            return False
    return True


def _identity(node: Node, row: catalogue.GraphType) -> tuple[object, ...] | None:
    """The values by which two elements are the same; None where one is missing."""
    found: list[object] = []
    for path in row.identity:
        value: Node | None = node
        for name in path:
            if value is None or value.kind is not NodeKind.OBJECT:
                return None
            fields = fields_of(value, Dialect(pascal=True))
            value = next((one.member.value for one in fields if one.name == name and not one.annotation), None)
        if value is None or value.kind not in (NodeKind.STRING, NodeKind.NUMBER):
            return None
        found.append(value.value)
    return tuple(found)
