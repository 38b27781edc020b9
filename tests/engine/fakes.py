"""A small extractor and solver with the real ones' signatures, so that the engine is tested by itself.

The words are made up, but for one of the catalogue's that the prefilter must let through: a finding is every
`old…` word; `oldRisky` is unsafe, `oldHard` manual, `oldBroken` rewrites into what does not parse, and words that end
in `_g1`, `_g2` share a group across files.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from migrate_ext.core.model import (
    Applicability,
    Draft,
    Edit,
    Facts,
    Group,
    Policy,
    Role,
    Site,
    Solution,
    Suppression,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrate_ext.core.source import Source

WORD = "customExtensionHandlerInstances"
_OLD = re.compile(r"\bold(Risky|Hard|Broken)?\w*")
_SUPPRESSION = re.compile(r"[ \t]*# migrate-ext: ignore")
_LEVELS = {"Risky": Applicability.UNSAFE, "Hard": Applicability.MANUAL}


def extract(kind: str, source: Source) -> Facts:
    """Every word that begins with `old` is a use of a deprecated name."""
    sites = []
    for match in _OLD.finditer(source.text):
        word, kind_of_word = match.group(), match.group(1) or ""
        new = "new" + word[3:] if kind_of_word != "Broken" else "new ("
        manual = kind_of_word == "Hard"
        sites.append(
            Site(
                code="CEX102",
                start=match.start(),
                end=match.end(),
                symbol=word,
                replacement=None if manual else new,
                edits=() if manual else (Draft(match.start(), match.end(), new),),
                level=_LEVELS.get(kind_of_word, Applicability.SAFE),
                role=Role.RESIDUAL if manual else Role.MEMBER,
                reason="stage-read" if manual else "",
            ),
        )
    suppressions = []
    for match in _SUPPRESSION.finditer(source.text):
        line = source.text.rfind("\n", 0, match.start()) + 1
        removal = (Edit(match.start(), match.end(), ""),)
        suppressions.append(Suppression(match.start(), match.end(), line, match.end(), (), removal))
    language = "python" if kind == "python" else "json"
    return Facts(source.path, language, tuple(sites), suppressions=tuple(suppressions))


def solve(facts: Sequence[Facts], policy: Policy) -> Solution:
    """Each site by itself, but for those that name a group."""
    verdicts = []
    named: dict[str, list[Verdict]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: fact.path):
        for site in fact.sites:
            level = site.level
            hidden = "comment" if any(s.first <= site.start < s.last for s in fact.suppressions) else None
            if policy.given is not None and fact.path not in policy.given:
                hidden = "path"
            if policy.ignore and site.code.startswith(policy.ignore):
                hidden = "selection"
            edits = tuple(Edit(start, end, str(text)) for start, end, text in site.edits)
            replacement = str(site.replacement) if site.replacement else None
            verdicts.append(Verdict(fact.path, site, level, None, edits, replacement, hidden=hidden))
            if group := re.search(r"_g\d$", site.symbol):
                named[group[0]].append(verdicts[-1])
    for members in named.values():
        together = Group(tuple((verdict.path, verdict.site) for verdict in members))
        for verdict in members:
            verdict.group = together
    return Solution(verdicts)
