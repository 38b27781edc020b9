"""What the rules on objects find, and what they still have to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Role, Site
from migrate_ext.graph import catalogue, odata
from migrate_ext.graph.tree import Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


@dataclass(slots=True)
class Found:
    """What an object or array holds."""

    sites: list[Site] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    """Pairs of indices into `sites` that stand or fall together."""
    typed: list[tuple[Node, str]] = field(default_factory=list)
    """The objects whose Graph type is known."""
    queries: list[int] = field(default_factory=list)
    """Sites of URLs and expressions in strings."""
    annotations: list[int] = field(default_factory=list)
    """Sites of annotation URLs: they belong to the collection of the payload that they name."""

    def absorb(self, other: Found, sites_: Sequence[Site] | None = None) -> int:
        """Take over what was found in a part; gives the index at which its sites begin."""
        base = len(self.sites)
        for site in sites_ if sites_ is not None else other.sites:
            if site.sources and base:
                site = site._replace(sources=tuple(source + base for source in site.sources))  # noqa: PLW2901
            self.sites.append(site)
        self.links += [(first + base, second + base) for first, second in other.links]
        self.queries += [index + base for index in other.queries]
        self.annotations += [index + base for index in other.annotations]
        return base

    def join_annotations(self) -> None:
        """Link each annotation URL with the collections of the payload that it names (migration.md, 5)."""
        if not self.annotations:
            return
        keys: dict[str, list[int]] = {}
        annotations = set(self.annotations)
        for index, site in enumerate(self.sites):
            if site.collection is not None and index not in annotations and not site.query:
                keys.setdefault(site.collection, []).append(index)
        for index in self.annotations:
            name = self.sites[index].collection
            self.links += [(index, key) for key in keys.get(name or "", ())]


@dataclass(frozen=True, slots=True)
class Work:
    """A value that is still to be looked at."""

    node: Node
    place: str | None = None
    many: bool = False
    anchor: int | None = None
    """Site that whatever is found here belongs to."""
    stage: str | None = None
    """The stage beside an extension."""
    version: int | None = None
    old: bool = False
    """The place was told by a deprecated name."""
    key: str = ""
    """The key or option that the value stands under."""
    opposed: frozenset[str] = frozenset()
    """Old names that stand opposite to their new ones here, as in a table of renames."""


def mention_site(start: int, end: int, word: str) -> Site:
    """A deprecated word in prose."""
    return Site(
        code=catalogue.MENTION, start=start, end=end, symbol=word, level=Applicability.MANUAL, role=Role.RESIDUAL
    )


def unparsable_site(start: int, end: int, word: str) -> Site:
    """The first deprecated word of what cannot be read."""
    return Site(
        code=catalogue.UNPARSABLE, start=start, end=end, symbol=word, level=Applicability.MANUAL, role=Role.RESIDUAL
    )


def tree_evidence(root: Node, skip: Collection[int] = ()) -> bool:
    """Whether any key or string of a tree shows that it is entitlement management's."""
    stack = [root]
    seen: set[int] = set(skip)
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        if node.kind is NodeKind.STRING and isinstance(node.value, str) and odata.shows_evidence(node.value):
            return True
        if node.members or node.items:
            seen.add(id(node))
        for member in node.members:
            if member.key and odata.shows_evidence(member.key):
                return True
            stack.append(member.value)
        stack += node.items
    return False
