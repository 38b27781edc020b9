"""Makes the sites that every language reports alike, from the rows of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from migrate_ext.core.model import Applicability, Choice, Draft, Role, Site
from migrate_ext.graph import catalogue
from migrate_ext.graph.names import is_distinctive, pascal

Spell = Callable[[str], str]

_CAMEL = {row.name for row in catalogue.TYPES.values() if row.rule is not None} | set(catalogue.COLLECTIONS)


class Spelled(NamedTuple):
    """A word of Graph as it was found."""

    name: str
    """Graph's own spelling."""
    spell: Spell
    """How the name that replaces it is to be spelled."""


def graph_word(word: str, *, pascal_too: bool = False) -> Spelled:
    """A word in Graph's spelling; with `pascal_too`, PascalCase is read as PowerShell's rendering of it."""
    if pascal_too and word[:1].isupper():
        return Spelled(word[:1].lower() + word[1:], pascal)
    return Spelled(word, str)


def deprecated_word(word: str, *, evidence: bool, pascal_too: bool = False) -> Spelled | None:
    """The deprecated type or collection that a word names, if it counts (migration.md, 3.1)."""
    spelled = graph_word(word, pascal_too=pascal_too)
    if spelled.name in _CAMEL and (evidence or is_distinctive(spelled.name)):
        return spelled
    return None


def spelled(choice: Choice, spell: Spell) -> Choice:
    """A replacement in another spelling."""
    return spell(choice) if isinstance(choice, str) else (spell(choice[0]), spell(choice[1]))


def chosen(choice: Choice, version: int | None) -> Choice:
    """The text of a replacement where the version is known."""
    return choice if version is None or isinstance(choice, str) else choice[version]


def collection_site(word: Spelled, start: int, end: int, *, version: int | None = None, query: bool = False) -> Site:
    """The use of a deprecated collection."""
    prop = catalogue.COLLECTIONS[word.name]
    new = chosen(spelled(prop.new or prop.name, word.spell), version)
    return Site(
        code=prop.rule or "",
        start=start,
        end=end,
        symbol=word.spell(word.name),
        replacement=new,
        edits=(Draft(start, end, new),),
        context=catalogue.OWNERS[word.name],
        collection=word.name,
        query=query,
        version=version,
    )


def blocked_by_version(site: Site) -> Site:
    """A site whose replacement two versions of the API dispute (migration.md, 3.9)."""
    return site._replace(edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason="version")


def blocked_by_both(site: Site) -> Site:
    """A site beside which its new name stands already (migration.md, 3.6)."""
    return site._replace(edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason="both")


def type_site(word: Spelled, start: int, end: int, *, new: str | None = None) -> Site:
    """The use of a deprecated type; `new` is its replacement where the catalogue leaves a choice."""
    row = catalogue.TYPES[word.name]
    level, reason = Applicability.SAFE, ""
    target = row.new or new
    if target is None and row.variants is not None:
        target, level, reason = row.variants.default, Applicability.UNSAFE, "no-stage"
    elif row.variants is not None and new == row.variants.base:
        level, reason = Applicability.UNSAFE, "base"
    text = word.spell(target or row.name)
    return Site(
        code=row.rule or "",
        start=start,
        end=end,
        symbol=word.spell(row.name),
        replacement=text,
        edits=(Draft(start, end, text),),
        level=level,
        reason=reason,
        context=row.name,
    )


def extension_for(stage: str | None) -> str | None:
    """The extension type that belongs to a stage (migration.md, 3.4); None where no stage is known."""
    variants = catalogue.EXTENSION.variants
    if stage is None or variants is None:
        return None
    return dict(variants.by_value).get(stage[:1].lower() + stage[1:])


def status_site(member: catalogue.Member, start: int, end: int, *, spell: Spell = str, negated: bool = False) -> Site:
    """An old status that is written or compared."""
    new = spell(member.new or member.name)
    level, reason = Applicability.SAFE, ""
    if negated:
        level, reason = Applicability.UNSAFE, "negation"
    if not member.exact:
        level, reason = Applicability.UNSAFE, "received"
    return Site(
        code=member.rule or "",
        start=start,
        end=end,
        symbol=spell(member.name),
        replacement=new,
        edits=(Draft(start, end, new),),
        level=level,
        reason=reason,
        context=catalogue.STATUS.name,
    )


def old_status(value: str, *, pascal_too: bool = False) -> tuple[catalogue.Member, Spell] | None:
    """The deprecated member of the status enumeration that a value names."""
    word = graph_word(value, pascal_too=pascal_too)
    for member in catalogue.STATUS.members:
        if member.name == word.name and member.rule is not None:
            return member, word.spell
    return None


def stage_read(start: int, end: int, symbol: str) -> Site:
    """A read of an instance's stage: it has no edit."""
    return Site(
        code=stage_code(),
        start=start,
        end=end,
        symbol=symbol,
        level=Applicability.MANUAL,
        role=Role.RESIDUAL,
        reason="stage-read",
        context=catalogue.INSTANCE.name,
    )


@cache
def stage_code() -> str:
    """The rule of the property that has no counterpart."""
    return next(prop.rule for prop in catalogue.INSTANCE.properties if prop.rule is not None)


def status_number(number: object, start: int, end: int) -> Site | None:
    """An old status that is written as its number, where that number means something else now."""
    for member in catalogue.STATUS.members:
        if member.number != number:
            continue
        new = next((one.number for one in catalogue.NEW_STATUS.members if one.name == member.new), member.number)
        if new != member.number:
            return Site(
                code=_status_code(),
                start=start,
                end=end,
                symbol=str(member.number),
                replacement=str(new),
                edits=(Draft(start, end, str(new)),),
                context=catalogue.STATUS.name,
            )
    return None


def _status_code() -> str:
    return next(member.rule for member in catalogue.STATUS.members if member.rule is not None)
