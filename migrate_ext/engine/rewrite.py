"""From accepted edits to new texts: groups whole or not at all, each result read again as its language."""

from __future__ import annotations

import ast
import bisect
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.core.edits import apply_edits, collision, once
from migrate_ext.core.report import RunError
from migrate_ext.core.source import Source
from migrate_ext.graph import catalogue
from migrate_ext.languages import PYTHON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from migrate_ext.core.model import Applicability, Edit, Facts, Verdict


@dataclass(frozen=True, slots=True)
class Unit:
    """The verdicts that are applied together, with all their edits."""

    verdicts: tuple[Verdict, ...]
    edits: Mapping[str, list[Edit]]
    """Edits by file, each once, in their order."""

    @classmethod
    def of(cls, verdicts: Sequence[Verdict]) -> Unit:
        """The unit of some verdicts."""
        edits: dict[str, list[Edit]] = defaultdict(list)
        for verdict in verdicts:
            edits[verdict.path] += verdict.edits
        return cls(tuple(verdicts), {path: once(own) for path, own in edits.items()})


@dataclass(slots=True)
class Plan:
    """What a fix would write."""

    units: list[Unit] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """New text of each file that changes."""
    refused: list[tuple[Unit, str]] = field(default_factory=list)
    """Units that collide with an accepted one, with what they collide with."""
    errors: list[RunError] = field(default_factory=list)


def units_of(verdicts: Iterable[Verdict], lowest: Applicability) -> list[Unit]:
    """The groups that may be applied at this level of trust, in the order of their first member."""
    groups: dict[int, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.edits and verdict.hidden is None:
            groups.setdefault(id(verdict.group or verdict), []).append(verdict)
    return [
        Unit.of(members) for members in groups.values() if all(member.applicability >= lowest for member in members)
    ]


class Inputs(NamedTuple):
    """What is known of the files, by path."""

    sources: Mapping[str, Source]
    facts: Mapping[str, Facts]
    kinds: Mapping[str, str]
    extract: Callable[[str, Source], Facts]


def plan(units: Sequence[Unit], inputs: Inputs) -> tuple[Plan, dict[str, Facts]]:
    """The new texts, each read again as its language, with the facts of the new texts."""
    made = _accepted(units, inputs.sources)
    new_facts: dict[str, Facts] = {}
    checked: set[str] = set()
    while True:
        made.texts = texts(edits_by_file(made.units), inputs.sources)
        spoiled = []
        for path, text in made.texts.items():
            if path in checked:
                continue
            reason, new = _read_again(path, text, inputs)
            if reason is not None:
                spoiled.append(path)
                made.errors.append(RunError(path, "internal", f"its fixes were left out: {reason}"))
            elif new is not None:
                new_facts[path] = new
                checked.add(path)
        if not spoiled:
            return made, {path: new_facts[path] for path in made.texts}
        kept = [unit for unit in made.units if unit.edits.keys().isdisjoint(spoiled)]
        checked.difference_update(*(unit.edits for unit in made.units if not unit.edits.keys().isdisjoint(spoiled)))
        made.units = kept


def _accepted(units: Sequence[Unit], sources: Mapping[str, Source]) -> Plan:
    """The units that can be applied together, the first come first."""
    made = Plan()
    accepted: dict[str, list[Edit]] = defaultdict(list)
    for unit in units:
        clash = _clash(unit, accepted, sources)
        if clash is not None:
            made.refused.append((unit, clash))
            continue
        made.units.append(unit)
        for path, edits in unit.edits.items():
            own = accepted[path]
            if own[-1:] < edits[:1]:
                own += edits
            else:
                for edit in edits:
                    bisect.insort(own, edit)
    return made


def _clash(unit: Unit, accepted: Mapping[str, Sequence[Edit]], sources: Mapping[str, Source]) -> str | None:
    for path, edits in unit.edits.items():
        first = collision(accepted.get(path, ()), edits)
        if first is not None:
            line, column = sources[path].position(first.start)
            return f"{path}:{line}:{column}"
    return None


def edits_by_file(units: Iterable[Unit]) -> dict[str, list[Edit]]:
    """All edits of some units, each once, in their order."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    for unit in units:
        for path, own in unit.edits.items():
            edits[path] += own
    return {path: once(own) for path, own in edits.items()}


def texts(edits: Mapping[str, Iterable[Edit]], sources: Mapping[str, Source]) -> dict[str, str]:
    """The new text of each file that the edits change."""
    made = {path: apply_edits(sources[path].text, own) for path, own in edits.items()}
    return {path: text for path, text in made.items() if text != sources[path].text}


def _read_again(path: str, text: str, inputs: Inputs) -> tuple[str | None, Facts | None]:
    """Why a new text must not be written, or its facts."""
    source, before, kind = inputs.sources[path], inputs.facts[path], inputs.kinds[path]
    try:
        source.encode(text)
    except UnicodeEncodeError as error:
        return f"the new text cannot be written in {error.encoding}", None
    if kind == PYTHON and _broken(source.text, text):
        return "the result would not parse", None
    after = inputs.extract(kind, Source(path, text, source.encoding, source.mark))
    if after.error is not None and before.error is None:
        return f"the result would not parse: {after.error}", None
    if _unparsable(after) > _unparsable(before):
        return "the result would not parse", None
    return None, after


def _broken(old: str, new: str) -> bool:
    try:
        ast.parse(new)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        try:
            ast.parse(old)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False  # a notebook's magics, a file that Python of another version reads
        return True
    return False


def _unparsable(facts: Facts) -> int:
    return sum(site.code == catalogue.UNPARSABLE for site in facts.sites)


def components(units: Iterable[Unit]) -> list[list[str]]:
    """The files that must be written together: those that share a unit, directly or through others."""
    parent: dict[str, str] = {}

    def find(path: str) -> str:
        parent.setdefault(path, path)
        while parent[path] != path:
            parent[path] = parent[parent[path]]
            path = parent[path]
        return path

    for unit in units:
        first, *others = unit.edits
        root = find(first)
        for other in others:
            parent[find(other)] = root
    together: dict[str, list[str]] = {}
    for path in list(parent):
        together.setdefault(find(path), []).append(path)
    return list(together.values())
