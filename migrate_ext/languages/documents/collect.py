"""Puts what was found in the payloads of one file together."""

from __future__ import annotations

import operator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.core.model import Facts, Role, Site, Suppression
from migrate_ext.core.suppressions import suppression
from migrate_ext.graph import catalogue, odata
from migrate_ext.graph.found import Found, mention_site, unparsable_site
from migrate_ext.graph.sites import blocked_by_version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.core.source import Source


@dataclass(slots=True)
class Collector:
    """The facts of a file as they come in."""

    source: Source
    language: str
    sites: list[Site] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    suppressions: list[Suppression] = field(default_factory=list)

    def take(self, found: Found) -> int:
        """Add what one payload holds; gives the index of its first site."""
        base = len(self.sites)
        if base == 0:
            self.sites += found.sites
            self.links += found.links
            return base
        for site in found.sites:
            moved = tuple(one + base for one in site.sources)
            self.sites.append(site._replace(sources=moved) if moved else site)
        self.links += [(first + base, second + base) for first, second in found.links]
        return base

    def unreadable(self, start: int, end: int, *, evidence: bool = False) -> None:
        """A payload that cannot be read: one finding at its first deprecated word."""
        text = self.source.text[start:end]
        for first, last, word in odata.mentions(text, evidence=evidence or odata.shows_evidence(text)):
            self.sites.append(unparsable_site(start + first, start + last, word))
            return

    def comments(self, spans: Iterable[tuple[int, int]]) -> None:
        """Comments hold suppressions, and mentions."""
        starts = self.source.line_starts
        for start, end in spans:
            line = self.source.position(start)[0]
            last = starts[line] if line < len(starts) else len(self.source.text) + 1
            self.comment(start, end, (starts[line - 1], last))

    def comment(self, start: int, end: int, covered: tuple[int, int]) -> None:
        """A comment; where it is a suppression, it hides what begins in the span `covered`."""
        text, line = self.source.text, self.source.position(start)[0]
        found = suppression(text, start, end, covered, line=line)
        if found is not None:
            self.suppressions.append(found)
        self.mentions(start, end)

    def mentions(self, start: int, end: int) -> None:
        """Deprecated words in prose."""
        text = self.source.text[start:end]
        for first, last, word in odata.mentions(text, evidence=True):
            self.sites.append(mention_site(start + first, start + last, word))

    def facts(self) -> Facts:
        """All of it, without doubles, in the order of the text."""
        if self._ordered():
            return self._facts(tuple(self.sites), tuple(self.links))
        solid = sorted((site.start, site.end) for site in self.sites if site.code != catalogue.MENTION)
        moved: dict[int, int] = {}
        first: dict[tuple[str, int, int], int] = {}
        order = sorted(
            range(len(self.sites)), key=lambda index: (self.sites[index].start, self.sites[index].end, index)
        )
        kept: list[Site] = []
        position = 0
        reach = -1
        for index in order:
            site = self.sites[index]
            while position < len(solid) and solid[position][0] < site.end:
                reach = max(reach, solid[position][1])
                position += 1
            if site.code == catalogue.MENTION and reach > site.start:
                continue  # a word that is reported as more than a mention
            key = (site.code, site.start, site.end)
            if key in first:
                moved[index] = first[key]
                kept[first[key]] = _agreed(kept[first[key]], site)
                continue
            first[key] = moved[index] = len(kept)
            kept.append(site)
        sites = tuple(
            site._replace(sources=tuple(sorted({moved[one] for one in site.sources if one in moved} - {index})))
            if site.sources
            else site
            for index, site in enumerate(kept)
        )
        links = {(moved[a], moved[b]) for a, b in self.links if a in moved and b in moved and moved[a] != moved[b]}
        return self._facts(sites, tuple(sorted(links)))

    def _ordered(self) -> bool:
        """Whether the sites are in their order already and none of them overlap, as in most exports."""
        starts = [site.start for site in self.sites]
        ends = [site.end for site in self.sites]
        return all(map(operator.le, ends, starts[1:]))

    def _facts(self, sites: tuple[Site, ...], links: tuple[tuple[int, int], ...]) -> Facts:
        return Facts(
            path=self.source.path,
            language=self.language,
            sites=sites,
            links=links,
            suppressions=tuple(self.suppressions),
        )


def _agreed(one: Site, other: Site) -> Site:
    """One place that was read twice (a variable by itself and in each address that uses it)."""
    if one.role is Role.BLOCKER or other.version is None or one.version == other.version:
        return one
    if other.role is Role.BLOCKER or one.version is None:
        return other
    return blocked_by_version(one)
