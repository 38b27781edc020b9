"""The uses of deprecated names that the interpreter meets, and what links them, gathered over the whole run."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict, Unpack

from migrate_ext.core.model import Applicability, Choice, Draft, Role, Site

if TYPE_CHECKING:
    from collections.abc import Iterable

_WEIGHT = {Role.MEMBER: 0, Role.RESIDUAL: 1, Role.BLOCKER: 2}


SiteKey = tuple[int, int, str]
"""File, position and code of a site."""


@dataclass(slots=True)
class Sites:
    """Sites by file, position and code; unions of places."""

    found: dict[SiteKey, Site] = field(default_factory=dict)
    unions: list[tuple[int, int]] = field(default_factory=list)
    """Pairs of places whose sites stand or fall together."""
    asked: list[tuple[int, int, str]] = field(default_factory=list)
    """A read (place), a query (place), and the collection that must be the same for them to be linked."""
    touched: dict[tuple[object, ...], set[int]] = field(default_factory=lambda: defaultdict(set))
    """Places of the reads of one collection off one variable, by function, variable and collection."""
    sources: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """By place: the places where its value comes from."""

    def add(self, file: int, site: Site) -> None:
        """Record a site; what was said before about the same word is joined, the weaker wins."""
        key = (file, site.start, site.code)
        old = self.found.get(key)
        if old is None:
            self.found[key] = site
            return
        weaker = site
        if (_WEIGHT[old.role], -old.level) >= (_WEIGHT[site.role], -site.level):
            weaker = old
        self.found[key] = weaker._replace(
            edits=weaker.edits if weaker.role is Role.MEMBER else (),
            query=old.query or site.query,
            collection=old.collection or site.collection,
            version=old.version if old.version is not None else site.version,
        )

    def union(self, places: Iterable[int]) -> None:
        """Link places."""
        items = [place for place in places if place >= 0]
        self.unions.extend((items[0], other) for other in items[1:])


class Context(TypedDict, total=False):
    """What else is known of a site; the meaning is that of the fields of `Site`."""

    replacement: Choice | None
    context: str | None


class More(TypedDict, total=False):
    """What else is known of a site that has an edit; the meaning is that of the fields of `Site`."""

    level: Applicability
    reason: str
    context: str | None
    collection: str | None
    version: int | None


def member(
    code: str,
    start: int,
    end: int,
    symbol: str,
    new: Choice | None,
    **more: Unpack[More],
) -> Site:
    """A site whose word is replaced by `new`."""
    edits = (Draft(start, end, new),) if new is not None else ()
    return Site(code, start, end, symbol, replacement=new, edits=edits, **more)


def residual(code: str, start: int, end: int, symbol: str, reason: str, **more: Unpack[Context]) -> Site:
    """A site that has no edit."""
    return Site(code, start, end, symbol, level=Applicability.MANUAL, role=Role.RESIDUAL, reason=reason, **more)
