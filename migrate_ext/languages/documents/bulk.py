"""Large exports: records that hold nothing, or nothing out of the ordinary, are told apart without reading them.

`json`'s own scanner says where a record ends and that it is well formed, at a tenth of what nodes cost. A record
without a word is passed over. One whose only word is the collection of instances, with flat elements, is the bulk of
every export: its sites are made from the text. Any other record is read as usual; so the outcome is the same.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from migrate_ext.core.model import Applicability, Draft, Site
from migrate_ext.graph import catalogue, jsontext, odata, removal, sites
from migrate_ext.graph.names import candidate_words, pascal, snake
from migrate_ext.graph.shapes import Found

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGE = 1 << 18
"""Length of a text from which records are worth telling apart."""

_COLLECTION = next(name for name, prop in catalogue.COLLECTIONS.items() if prop.type == catalogue.INSTANCE.name)
_RENAMED = str(catalogue.COLLECTIONS[_COLLECTION].new)
_ARRAY = re.compile(rf'"({_COLLECTION}|{_RENAMED})"\s*:\s*(\[[^\[\]{{}}]*(?:\{{[^\[\]{{}}]*\}}[^\[\]{{}}]*)*\])')
_ELEMENT = re.compile(r"\{([^{}]*)\}")
_MEMBER = re.compile(r'"([^"]*)"\s*:\s*(?:"([^"]*)"|(-?[\w.+-]+))')
_FIELDS = {spell(name): name for name in (catalogue.STAGE_FIELD, catalogue.STATUS_FIELD) for spell in (str, pascal)}
_WANTED = re.compile(rf'"(?:{"|".join(_FIELDS)})"\s*:')
_BETWEEN = " \t\r\n,"
_NEXT = re.compile(r"\s*,\s*(?=\{)")
_STEM, _BEGINNING = 12, 5
_SPECIAL = ("\\", "@", "AdditionalProperties", "<<")
_TAILS = 10_000
"""So many different ends of elements are kept at most."""
_STAGE = catalogue.STAGE_FIELD


@cache
def _stems() -> tuple[str, ...]:
    """Short parts of which each word that matters holds one: substring tests are ten times as fast as a pattern."""
    words = [*candidate_words(), *catalogue.REPLACED]
    shown = catalogue.STATUS.name.removeprefix(catalogue.EVIDENCE_PREFIXES[1])
    return tuple(sorted({shown, snake(shown), *(_stem(word) for word in words)}))


def _stem(word: str) -> str:
    """The part of a name that tells it from those that many records hold."""
    return word.removeprefix(catalogue.EVIDENCE_PREFIXES[1])[1:_STEM]


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(sorted({stem[:_BEGINNING] for stem in _stems()}))


def _holds_word(part: str) -> bool:
    return _holds(part, _beginnings()) and _holds(part, _stems())


def _holds(part: str, words: tuple[str, ...]) -> bool:
    return any([word in part for word in words])  # noqa: C419 - a list is faster than a generator here


@dataclass(slots=True)
class Bulk:
    """The records of one text."""

    text: str
    found: Found = field(default_factory=Found)
    refused: int = -1
    """Where the last record begins that has to be read."""
    tails: dict[str, list[Site]] = field(default_factory=dict)
    """What is found in the end of an element, as offsets from there."""
    scan_once: Any = field(default_factory=lambda: json.JSONDecoder(strict=False).scan_once)  # type: ignore[attr-defined]

    def records(self, start: int, keys: Iterable[str]) -> int | None:
        """The end of the records from `start` on that need no further look; None where the first has to be read.

        A word among the `keys` that lead there says what the records are, whether they hold one themselves or not.
        """
        if any(map(_holds_word, keys)):
            return None
        end = None
        while start != self.refused:
            known = self.record(start)
            if known is None:
                self.refused = start
                break
            end = known
            following = _NEXT.match(self.text, end)
            if following is None:
                break
            start = following.end()
        return end

    def record(self, start: int) -> int | None:
        """The end of a record that needs no further look; None where it has to be read."""
        try:
            _, end = self.scan_once(self.text, start)
        except (ValueError, StopIteration, RecursionError):
            return None
        part = self.text[start:end]
        if "\\" in part and _ESCAPED.search(part):
            return None
        known = self.flat(start, end) if _COLLECTION in part or _RENAMED in part else not _holds_word(part)
        return int(end) if known else None

    def flat(self, start: int, end: int) -> bool:
        """Report a record that holds nothing but a collection of flat instances, which may have been renamed before."""
        text = self.text
        array = _ARRAY.search(text, start, end)
        if array is None or _holds_word(text[start : array.start(1)] + text[array.end() : end]):
            return False
        inside = array[2]
        if _holds(inside, _SPECIAL) or odata.interesting().search(inside) is not None:
            return False
        made: list[Site] = []
        for element in _ELEMENT.finditer(text, array.start(2), array.end(2)):
            if not self.element(made, element.start(1), element.end(1)):
                return False
        if array[1] == _RENAMED:
            return not made  # what is left under the new name is for the reader to judge
        sites, links = self.found.sites, self.found.links
        base = len(sites)
        sites.append(_moved(_collection(), array.start(1)))
        sites += made
        links += [(base, base + number) for number in range(1, len(made) + 1)]
        return True

    def element(self, made: list[Site], start: int, end: int) -> bool:
        """One instance; False where something is out of the ordinary.

        From the first member that matters on, with the gap before it, most elements end like others before them.
        """
        first = _WANTED.search(self.text, start, end)
        if first is None:
            return True
        begin = first.start()
        while begin > start and self.text[begin - 1] in _BETWEEN:
            begin -= 1
        tail = self.text[begin:end]
        known = self.tails.get(tail)
        if known is None:
            read: list[Site] = []
            if not self.members(read, start, end):
                return False
            known = [_moved(site, -begin) for site in read]
            if len(self.tails) < _TAILS:
                self.tails[tail] = known
        made += [_moved(site, begin) for site in known]
        return True

    def members(self, made: list[Site], start: int, end: int) -> bool:
        """The members of an instance; False where something is out of the ordinary."""
        members = list(_MEMBER.finditer(self.text, start, end))
        stage = -1
        for index, member in enumerate(members):
            name = _FIELDS.get(member[1])
            if name is None:
                continue
            if name == _STAGE:
                if stage >= 0 or member[1] != name:
                    return False
                stage = index
                made.append(self.stage(members, index, start, end))
            elif member[3] is not None and member[3] != "null":
                return False
            elif member[2] and (status := _old_status(member[2])) is not None:
                made.append(_moved(status, member.start(2)))
        return True

    def stage(self, members: list[re.Match[str]], index: int, start: int, end: int) -> Site:
        """The removal of one of an object's members, which lie between `start` and `end`."""
        member = members[index]
        at = member.start(1)
        gone = self.inline(members, index)
        if gone is None:
            spans = [one.span() for one in members[max(0, index - 1) : index + 2]]
            gone = removal.remove(self.text, spans, [min(index, 1)], (start, end), removal.NO_COMMENTS)
        value = member[2] if member[2] is not None else jsontext.scalar(member[3])
        return Site(
            sites.stage_code(),
            at,
            at + len(member[1]),
            member[1],
            None,
            tuple(gone),
            Applicability.UNSAFE,
            reason="stage-removed",
            context=catalogue.INSTANCE.name,
            removed=((member[1], value),),
        )

    def inline(self, members: list[re.Match[str]], index: int) -> list[Draft] | None:
        """The removal where the neighbours stand on the same line, which is most of the time."""
        start, end = members[index].span()
        text = self.text
        if index + 1 < len(members):
            gap = text[end : members[index + 1].start()]
            if gap in (",", ", ") and index > 0 and text[start - 1] in ", " and text[start - 2] not in "\r\n ":
                return [Draft(start, end + len(gap), "")]
        elif index > 0:
            gap = text[members[index - 1].end() : start]
            if gap in (",", ", ") and text[end : end + 1] in ("}", " "):
                return [Draft(start - len(gap), end, "")]
        return None


_ESCAPED = re.compile(r"\\u00|\\/")


@cache
def _old_status(value: str) -> Site | None:
    """The site of a deprecated status that stands at the start of a text."""
    found = sites.old_status(value, pascal_too=True)
    return None if found is None else sites.status_site(found[0], 0, len(value), spell=found[1])


@cache
def _collection() -> Site:
    return sites.collection_site(sites.Spelled(_COLLECTION, str), 0, len(_COLLECTION))


def _moved(site: Site, by: int) -> Site:
    """A site like another one at another place."""
    return Site(
        site.code,
        site.start + by,
        site.end + by,
        site.symbol,
        site.replacement,
        tuple([Draft(start + by, end + by, text) for start, end, text in site.edits]),
        site.level,
        site.role,
        site.reason,
        site.context,
        site.collection,
        removed=site.removed,
    )
