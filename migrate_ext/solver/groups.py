"""Which sites stand or fall together, and what that makes of each (migration.md, 3.2)."""

from __future__ import annotations

import fnmatch
import hashlib
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.core.model import (
    Applicability,
    Choice,
    Edit,
    Facts,
    Policy,
    Role,
    Site,
    Solution,
    Suppression,
    Verdict,
    choose,
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


class Entry(NamedTuple):
    """A site of the run."""

    path: str
    site: Site
    hidden: str | None = None


def decide(files: Sequence[tuple[Facts, Sequence[Site]]], links: Iterable[tuple[int, int]], policy: Policy) -> Solution:
    """The verdicts on all sites; `links` are pairs of indices into the sites of all files, one after the other."""
    entries: list[Entry] = []
    unused: list[Verdict] = []
    for facts, sites in files:
        used: set[int] = set()
        codes = {site.code for site in sites}
        deselected = {code for code in codes if not selected(code, facts.path, policy)}
        outside = policy.given is not None and facts.path not in policy.given
        if deselected or outside or facts.suppressions:
            for site in sites:
                hidden = "selection" if site.code in deselected else "path" if outside else _hidden(facts, site, used)
                entries.append(Entry(facts.path, site, hidden))
        else:
            entries += [Entry(facts.path, site) for site in sites]
        unused += _unused(facts, used, policy)
    union = Union()
    for first, second in links:
        union.join(first, second)
    members: dict[int, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        if entry.site.code != catalogue.MENTION:
            members[union.find(index)].append(index)
        else:
            members[-1 - index].append(index)
    verdicts: list[Verdict] = []
    for indices in members.values():
        verdicts += _judge([entries[index] for index in indices], policy)
    verdicts += unused
    verdicts.sort(key=lambda verdict: (verdict.path, verdict.site.start, verdict.site.code))
    return Solution(verdicts)


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
        yield Verdict(facts.path, site, Applicability.SAFE, None, suppression.removal, None, hidden=hidden)


# what a group is


def _judge(group: list[Entry], policy: Policy) -> Iterable[Verdict]:
    shown = {entry.site.version for entry in group if entry.site.version is not None}
    if len(shown) > 1:
        group = [entry._replace(site=_undecided(entry.site)) for entry in group]
    version = min(shown, default=policy.target)
    blocker = residual = weakest = None
    level = Applicability.MANUAL
    for entry in group:
        role = entry.site.role
        if blocker is None and _blocks(entry):
            blocker = entry
        if residual is None and role is Role.RESIDUAL:
            residual = entry
        if role is Role.MEMBER and (weakest is None or entry.site.level < level):
            weakest, level = entry, entry.site.level
    reason = weakest
    if residual is not None and level > Applicability.UNSAFE:
        level, reason = Applicability.UNSAFE, residual
    if blocker is not None:
        level, reason = Applicability.MANUAL, blocker
    name = _name(group) if len(group) > 1 else None
    for entry in group:
        site = entry.site
        own = level if site.role is Role.MEMBER else Applicability.MANUAL
        edits: tuple[Edit, ...] = ()
        if own > Applicability.MANUAL:
            own_version = version if site.version is None else site.version
            edits = tuple(Edit(start, end, choose(text, own_version)) for start, end, text in site.edits)
        weaker = reason is not None and reason is not entry and own < _alone(entry)
        verdict = Verdict(
            entry.path,
            site,
            own,
            name,
            edits,
            _text(site.replacement, version if site.version is None else site.version),
            weakened_by=(reason.path, reason.site) if weaker and reason is not None else None,
            hidden=entry.hidden,
        )
        if reason is not None and entry is not reason and blocker is reason and reason.hidden == "path":
            verdict.needs = reason.path
        yield verdict


def _alone(entry: Entry) -> Applicability:
    return entry.site.level if entry.site.role is Role.MEMBER else Applicability.MANUAL


def _blocks(entry: Entry) -> bool:
    """Whether nothing of the entry's group may be applied."""
    if entry.site.role is Role.BLOCKER:
        return True
    return entry.site.role is Role.MEMBER and entry.hidden is not None


def _undecided(site: Site) -> Site:
    """A site of a group that shows both versions: where it could take either name, nobody can say which."""
    if site.version is not None or site.role is not Role.MEMBER or not isinstance(site.replacement, tuple):
        return site
    return replace(site, edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason="versions")


def _text(choice: Choice | None, version: int) -> str | None:
    return choose(choice, version) if choice is not None else None


def _name(group: Sequence[Entry]) -> str:
    """A name for the group that stays the same from run to run."""
    first = group[0]
    parts = [f"{entry.path}:{entry.site.start}:{entry.site.code}" for entry in group]
    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{first.site.code.lower()}-{digest}"
