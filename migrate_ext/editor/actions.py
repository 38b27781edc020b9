"""What can be done about findings: the fixes that `fix` would make, and comments that hide them.

An offer says what would be done; its edits are made when it is chosen, and each new text is read again first, as `fix`
does. A fix with a member in a file that has changed since it was read is not made.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from migrate_ext.core.model import Applicability
from migrate_ext.editor.documents import closed
from migrate_ext.editor.suppress import suppressing
from migrate_ext.editor.workspace import saved
from migrate_ext.engine import rewrite
from migrate_ext.engine.analysis import extract_with_registry
from migrate_ext.engine.rewrite import Unit
from migrate_ext.reports.words import plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migrate_ext.editor.documents import Changes, Document
    from migrate_ext.editor.shown import Shown
    from migrate_ext.editor.workspace import Found, Look
    from migrate_ext.engine.analysis import Analysis

FIX_ALL = "source.fixAll.migrateExt"
QUICK_FIX = types.CodeActionKind.QuickFix.value
_GROUP, _RULE, _FILE, _INSIDE, _IGNORE = "group", "rule", "file", "inside", "ignore"


class Offer(NamedTuple):
    """One action: what it is about, and enough to find that again."""

    title: str
    kind: str
    what: str
    code: str = ""
    start: int = 0
    """Where the finding begins in the file."""
    preferred: bool = False
    solves: tuple[Shown, ...] = ()


class OutdatedError(Exception):
    """The files are not as they were when the action was offered, or the tool could not make it."""


def offers(look: Look, path: str, found: Sequence[Shown]) -> list[Offer]:
    """What can be done about these findings of a file; nothing while it is broken."""
    run = look.run
    if run is None or path in look.broken:
        return []
    made: list[Offer] = []
    units = _units(look, path)
    for one in found:
        unit = _unit_of(units, one.found)
        fix, code, start = one.found.finding.fix, one.found.finding.code, one.found.verdict.site.start
        if unit is not None and fix is not None:
            safe = _safe(unit)
            title = fix.title + _extent([unit], path) + ("" if safe else "; unsafe, see the explanation")
            made.append(Offer(title, QUICK_FIX, _GROUP, code, start, safe, (one,)))
    fixable = _lowest(run, units)
    for code in dict.fromkeys(one.found.finding.code for one in found):
        own = _of_rule(fixable, path, code)
        if own:
            title = f"Fix all {code} in this file{_extent(own, path)}"
            made.append(Offer(title, QUICK_FIX, _RULE, code))
    if found and fixable:
        title = f"Fix all that is {_level(run)} in this file{_extent(fixable, path)}"
        made.append(Offer(title, QUICK_FIX, _FILE))
    for one in found:
        code, start = one.found.finding.code, one.found.verdict.site.start
        if suppressing(run.sources[path], one.found.finding, start):
            made.append(Offer(f"Ignore {code} here", QUICK_FIX, _IGNORE, code, start, solves=(one,)))
    inside = _inside(fixable, path)
    if inside:
        made.append(Offer(f"Fix all that is {_level(run)} inside this file{_extent(inside, path)}", FIX_ALL, _INSIDE))
    return made


def edit(look: Look, documents: Mapping[str, Document], path: str, offer: Offer, encoding: str) -> list[Changes]:
    """The edits of an offer in all its files.

    Raises `OutdatedError` where there is nothing that can be done any more.
    """
    run = look.run
    units = _chosen(look, path, offer) if run is not None and path not in look.broken else []
    if run is None or not units:
        raise OutdatedError("the findings have changed: ask again")
    changed = {one for unit in units for one in unit.edits if one not in documents and _differs(run, one)}
    units = [unit for unit in units if changed.isdisjoint(unit.edits)]
    if not units:
        message = f"{', '.join(sorted(changed))} changed since it was read: ask again"
        raise OutdatedError(message)
    plan, facts = rewrite.plan(units, rewrite.Inputs(run.sources, run.facts, run.kinds, extract_with_registry))
    if not plan.texts:
        raise OutdatedError(" ".join(error.message for error in plan.errors) or "nothing would change")
    if offer.what == _IGNORE and not any(
        one.first <= offer.start < one.last and offer.code in one.codes for one in facts[path].suppressions
    ):
        raise OutdatedError("a comment that hides the finding cannot stand here")
    made: list[Changes] = []
    for one, edits in sorted(rewrite.edits_by_file(plan.units).items()):
        document = documents.get(one) or closed(one, run.sources[one], encoding)
        made += document.edits(edits)
    return made


def _chosen(look: Look, path: str, offer: Offer) -> list[Unit]:
    found = _found(look, path, offer)
    if offer.what == _IGNORE and found is not None and look.run is not None:
        edits = suppressing(look.run.sources[path], found.finding, offer.start)
        return [Unit.of([replace(found.verdict, edits=edits)])]
    units = _units(look, path)
    if offer.what == _GROUP:
        unit = _unit_of(units, found) if found is not None else None
        return [] if unit is None else [unit]
    fixable = _lowest(look.run, units) if look.run is not None else []
    if offer.what == _RULE:
        return _of_rule(fixable, path, offer.code)
    return _inside(fixable, path) if offer.what == _INSIDE else fixable


def _found(look: Look, path: str, offer: Offer) -> Found | None:
    return next(
        (
            found
            for found in look.found.get(path, ())
            if found.finding.code == offer.code and found.verdict.site.start == offer.start
        ),
        None,
    )


def _units(look: Look, path: str) -> list[Unit]:
    """What may be applied at all and changes the file, and no file that is broken now."""
    if look.run is None:
        return []
    units = rewrite.units_of(look.run.verdicts, Applicability.UNSAFE)
    return [unit for unit in units if path in unit.edits and look.broken.isdisjoint(unit.edits)]


def _unit_of(units: Sequence[Unit], found: Found) -> Unit | None:
    return next((unit for unit in units if any(found.verdict is member for member in unit.verdicts)), None)


def _safe(unit: Unit) -> bool:
    return all(member.applicability is Applicability.SAFE for member in unit.verdicts)


def _lowest(run: Analysis, units: Sequence[Unit]) -> list[Unit]:
    """Those that `fix` applies without being asked, as the configuration says."""
    return [unit for unit in units if run.config.unsafe_fixes or _safe(unit)]


def _level(run: Analysis) -> str:
    return "fixable" if run.config.unsafe_fixes else "safe"


def _of_rule(units: Sequence[Unit], path: str, code: str) -> list[Unit]:
    return [unit for unit in units if any(member.path == path and member.site.code == code for member in unit.verdicts)]


def _inside(units: Sequence[Unit], path: str) -> list[Unit]:
    return [unit for unit in units if unit.edits.keys() == {path}]


def _extent(units: Sequence[Unit], path: str) -> str:
    """How much would change, where it is more than one place."""
    places = Counter(member.path for unit in units for member in unit.verdicts)
    others = len(places.keys() - {path})
    if places.total() == 1:
        return ""
    tail = f", {plural(others, 'other file')} too" if others else ""
    return f" ({plural(places.total(), 'place')}{tail})"


def _differs(run: Analysis, path: str) -> bool:
    return saved(path) != run.sources[path].text
