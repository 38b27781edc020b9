"""Which sites stand or fall together, and what that makes of each (migration.md, 3.2)."""

from __future__ import annotations

import fnmatch
import operator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.core.model import (
    Applicability,
    Facts,
    Group,
    Policy,
    Role,
    Site,
    Solution,
    Suppression,
    Verdict,
    choose,
    settled,
)
from migrate_ext.graph import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(slots=True)
class Union:
    """Disjoint sets of numbers (sites or places)."""

    parent: dict[int, int] = field(default_factory=dict)

    def find(self, index: int) -> int:
        """The representative of the set that holds `index`: the smallest of it."""
        parent = self.parent
        while (above := parent.setdefault(index, index)) != index:
            parent[index] = index = parent.setdefault(above, above)
        return index

    def join(self, first: int, second: int) -> None:
        """Make two sets one."""
        one, other = self.find(first), self.find(second)
        if one != other:
            self.parent[max(one, other)] = min(one, other)


def decide(files: Sequence[tuple[Facts, Sequence[Site]]], links: Iterable[tuple[int, int]], policy: Policy) -> Solution:
    """The verdicts on all sites; `links` are pairs of indices into the sites of all files, one after the other."""
    verdicts: list[Verdict] = []
    unused: list[Verdict] = []
    for facts, sites in files:
        used: set[int] = set()
        codes = {site.code for site in sites}
        deselected = {code for code in codes if not selected(code, facts.path, policy)}
        outside = policy.given is not None and facts.path not in policy.given
        for site in sites:
            verdict = Verdict(facts.path, site)
            if deselected or outside or facts.suppressions:
                verdict.hidden = (
                    "selection" if site.code in deselected else "path" if outside else _hidden(facts, site, used)
                )
            verdicts.append(verdict)
        unused += _unused(facts, used, policy)
    for group in _groups(verdicts, links):
        _judge(group, policy)
    verdicts += unused
    return Solution(in_order(verdicts))


def in_order(verdicts: list[Verdict]) -> list[Verdict]:
    """By file and position; most often they are so already, and a look is cheaper than sorting."""
    places = [(verdict.path, verdict.site.start) for verdict in verdicts]
    if all(map(operator.lt, places, places[1:])):
        return verdicts
    return sorted(verdicts, key=lambda one: (one.path, one.site.start, one.site.end, one.site.code))


def _groups(verdicts: Sequence[Verdict], links: Iterable[tuple[int, int]]) -> Iterable[list[Verdict]]:
    """The verdicts that stand or fall together; a mention stands alone."""
    union = Union()
    for first, second in links:
        union.join(first, second)
    members: dict[int, list[Verdict]] = {}
    for index, verdict in enumerate(verdicts):
        if index not in union.parent or verdict.site.code == catalogue.MENTION:
            yield [verdict]
        else:
            members.setdefault(union.find(index), []).append(verdict)
    yield from members.values()


# what is hidden


def _hidden(facts: Facts, site: Site, used: set[int]) -> str | None:
    hidden = None
    for index, suppression in enumerate(facts.suppressions):
        if _covers(suppression, site):
            used.add(index)
            hidden = "comment"
    return hidden


def _covers(suppression: Suppression, site: Site) -> bool:
    inside = suppression.first <= site.start < suppression.last
    return inside and (not suppression.codes or site.code in suppression.codes)


def selected(code: str, path: str, policy: Policy) -> bool:
    """Whether the options keep a rule for a file."""
    if policy.select and not code.startswith(policy.select):
        return False
    if policy.ignore and code.startswith(policy.ignore):
        return False
    return not any(
        code.startswith(codes) and (fnmatch.fnmatch(path, glob) or fnmatch.fnmatch(path.rpartition("/")[2], glob))
        for glob, codes in policy.per_file_ignores
    )


def _unused(facts: Facts, used: set[int], policy: Policy) -> Iterable[Verdict]:
    for index, suppression in enumerate(facts.suppressions):
        if index in used or not selected(catalogue.UNUSED_SUPPRESSION, facts.path, policy):
            continue
        if facts.error is not None:
            continue
        site = Site(catalogue.UNUSED_SUPPRESSION, suppression.start, suppression.end, "", replacement="")
        hidden = "path" if policy.given is not None and facts.path not in policy.given else None
        yield Verdict(facts.path, site, Applicability.SAFE, edits=suppression.removal, hidden=hidden)


# what a group is


def _judge(group: Sequence[Verdict], policy: Policy) -> None:
    shown = {verdict.site.version for verdict in group if verdict.site.version is not None}
    if len(shown) > 1:
        for verdict in group:
            verdict.site = _undecided(verdict.site)
    version = min(shown, default=policy.target)
    blocker = residual = weakest = None
    level = Applicability.MANUAL
    for verdict in group:
        role = verdict.site.role
        if blocker is None and _blocks(verdict):
            blocker = verdict
        if residual is None and role is Role.RESIDUAL:
            residual = verdict
        if role is Role.MEMBER and (weakest is None or verdict.site.level < level):
            weakest, level = verdict, verdict.site.level
    reason = weakest
    if residual is not None and level > Applicability.UNSAFE:
        level, reason = Applicability.UNSAFE, residual
    if blocker is not None:
        level, reason = Applicability.MANUAL, blocker
    together = Group([(verdict.path, verdict.site) for verdict in group]) if len(group) > 1 else None
    because = None if reason is None else (reason.path, reason.site)
    needs = reason.path if reason is not None and blocker is reason and reason.hidden == "path" else None
    for verdict in group:
        site = verdict.site
        own_version = version if site.version is None else site.version
        verdict.group = together
        if site.replacement is not None:
            verdict.replacement = choose(site.replacement, own_version)
        if site.role is Role.MEMBER:
            verdict.applicability = level
            if level > Applicability.MANUAL:
                verdict.edits = settled(site.edits, own_version)
            if level < site.level and verdict is not reason:
                verdict.weakened_by = because
        if needs is not None and verdict is not reason:
            verdict.needs = needs


def _blocks(verdict: Verdict) -> bool:
    """Whether nothing of the group may be applied."""
    if verdict.site.role is Role.BLOCKER:
        return True
    return verdict.site.role is Role.MEMBER and verdict.hidden is not None


def _undecided(site: Site) -> Site:
    """A site of a group that shows both versions: where it could take either name, nobody can say which."""
    if site.version is not None or site.role is not Role.MEMBER or not isinstance(site.replacement, tuple):
        return site
    return site._replace(edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason="versions")
