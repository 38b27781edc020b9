r"""What the deprecated words in one string mean: URLs, OData expressions, type names, annotations, dotted paths.

A place in the text that is not known (a placeholder of a template, a value that is filled in) is a hole, `\\ufffc`; a
hole that touches a word makes it another word.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Draft, Site
from migrate_ext.graph import catalogue, sdk
from migrate_ext.graph.expressions import COMPARISONS, OPERATORS, tokens
from migrate_ext.graph.names import evidence_pattern, is_distinctive, snake, word_pattern
from migrate_ext.graph.sites import collection_site, deprecated_word, graph_word, stage_read, type_site
from migrate_ext.graph.tree import Text
from migrate_ext.graph.urls import HOLE, METADATA, TYPE, Kind, Scan, UrlReader, interesting, is_url, masked

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["HOLE", "Kind", "Scan", "interesting", "mentions", "scan", "shows_evidence"]

_IDENTIFIER = re.compile(r"[A-Za-z_]\w*\Z")
_DOTTED = re.compile(
    r"(?:\$\.?|@\.)?[A-Za-z_]\w*(?:\[[^\[\]\s]*\])*(?:(?:\.|\[['\"])[A-Za-z_*]\w*(?:['\"]\])?(?:\[[^\[\]\s]*\])*)*\Z"
)
_OPTION = re.compile(
    r"\??(?:\$|%24)(?:expand|select|filter|orderby|apply|compute|top|skip|count|search)=", re.IGNORECASE
)
_CONCAT = re.compile(r"[\[@]\s*concat\(", re.IGNORECASE)
_QUOTED = re.compile(r"'((?:[^']|'')*)'")
_ARGUMENT = re.compile(r"(?<!\w)[^\WA-Za-z]*+[A-Za-z]\w*+\(\s*+\Z")
"""Ends a text after which an argument of a call comes."""


def shows_evidence(text: str) -> bool:
    """Whether a text names entitlement management, or is an annotation that only Graph writes (migration.md, 3.1)."""
    if evidence_pattern().search(text) is not None or "#" + catalogue.NAMESPACE + "." in text:
        return True
    return METADATA in text and any(host in text for host in catalogue.HOSTS)


def needs_evidence(text: str) -> bool:
    """Whether a text holds a name that others could use too."""
    words = (deprecated_word(match[0], evidence=True, pascal_too=True) for match in word_pattern().finditer(text))
    return any(word is not None and not is_distinctive(word.name) for word in words)


def mentions(text: str, *, evidence: bool) -> Iterator[tuple[int, int, str]]:
    """Each deprecated word of a text that stands for itself, with its span."""
    for match in word_pattern().finditer(text):
        start, end = match.span()
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum() or text[end : end + 1] == HOLE:
            continue
        word = deprecated_word(match[0], evidence=True, pascal_too=True)
        if evidence or word is None or is_distinctive(word.name):
            yield start, end, match[0]


def scan(  # noqa: PLR0913 - each says something else that may be known
    text: str,
    *,
    evidence: bool,
    version: int | None = None,
    pascal: bool = False,
    option: str | None = None,
    scope: str | None = None,
) -> Scan:
    """Read one string.

    `evidence` says whether the names that others could use too count here (the string itself may give evidence);
    `version` is the version of the API where it is known from elsewhere; `pascal` reads PascalCase names as well;
    `option` is the query option (`$expand`, …) whose value the text is, `scope` the Graph type that it is applied to.
    """
    evidence = evidence or shows_evidence(text)
    reader = _Scanner(text, evidence=evidence, version=version, pascal=pascal)
    if option is not None:
        return reader.bare(option, scope)
    return reader.run(scope)


class _Scanner(UrlReader):
    """Reads one string."""

    def again(self, text: str) -> Scan:
        return _Scanner(text, evidence=self.evidence, version=self.version, pascal=self.pascal).run(None)

    def run(self, scope: str | None) -> Scan:
        text = self.text
        name = text.strip()
        if (_IDENTIFIER.match(name) and self.exact(name, text.index(name))) or self.type_name():
            return self.found
        if text[:1] in ("[", "@") and self.composed():
            return self.found
        shown = masked(text)
        if METADATA in shown and "#" in shown and self.context(shown):
            return self.found
        if _OPTION.match(shown):
            self.found.kind = Kind.QUERY
            self.query(shown, int(shown.startswith("?")), scope)
        elif is_url(shown):
            self.url(shown)
        elif interesting().search(text) is not None:
            known = self.dotted(shown) or self.expression(shown, scope)
            if not known and word_pattern().search(text):
                self.found.kind = Kind.PROSE
        return self.found

    def composed(self) -> bool:
        """An expression of a template (`[concat('…', parameters('id'), '…')]`) that puts a URL together."""
        call = _CONCAT.match(self.text)
        if call is None:
            return False
        value = ""
        offsets: list[int] = []
        last = call.end()
        for literal in _QUOTED.finditer(self.text, call.end()):
            if self.text[last : literal.start()].strip(", \t\r\n"):
                value += HOLE
                offsets.append(last)
            # an argument of another call is no part of the text
            if not _ARGUMENT.search(self.text, call.end(), literal.start()):
                value += literal[1]
                offsets += range(literal.start(1), literal.end(1))
            last = literal.end()
        joined = Text(value, call.end(), [*offsets, last])
        inner = self.again(value)
        if inner.kind not in (Kind.URL, Kind.QUERY, Kind.CONTEXT):
            return False
        inner.sites = [_ending(joined.lift(site), site, joined) for site in inner.sites]
        self.found = inner
        return True

    def exact(self, name: str, at: int) -> bool:
        """A string that is one name."""
        word = deprecated_word(name, evidence=self.evidence, pascal_too=self.pascal)
        if word is None:
            return False
        end = at + len(name)
        if word.name in catalogue.COLLECTIONS:
            site = collection_site(word, at, end, version=self.version)
        else:
            row = catalogue.TYPES[word.name]
            site = type_site(word, at, end, new=row.variants.base if row.variants else None)
        self.found.kind = Kind.NAME
        self.found.sites.append(site)
        return True

    def type_name(self) -> bool:
        match = TYPE.match(self.text)
        if match is None or not match["space"]:
            return False
        word = graph_word(match["name"], pascal_too=self.pascal)
        self.found.kind = Kind.TYPE
        self.found.target = word.name
        self.found.many = "Collection(" in self.text
        known = deprecated_word(match["name"], evidence=True, pascal_too=self.pascal)
        if known is not None and known.name in catalogue.TYPES:
            self.found.sites.append(type_site(known, *match.span("name")))
        return True

    def bare(self, option: str, scope: str | None) -> Scan:
        """The text is the value of a query option."""
        self.found.kind = Kind.QUERY
        self._option(option, (0, len(self.text)), scope)
        self._asks()
        return self.found

    def expression(self, masked: str, scope: str | None) -> bool:
        """A bare list of properties or a condition; False where the text reads as prose."""
        parts = tokens(masked, 0, len(masked))
        words = [part.text.lower() for part in parts]
        if any(part.kind == "other" for part in parts):
            return False
        for left, right in itertools.pairwise(parts):
            plain = left.kind == right.kind == "word" and left.text not in OPERATORS and right.text not in OPERATORS
            apart = left.kind == "word" and right.text == "(" and left.end != right.start and left.text not in OPERATORS
            if plain or apart:
                return False
        listed = any(
            before in ("(", ";") and word.startswith("$") and after == "="
            for before, word, after in zip(words, words[1:], words[2:], strict=False)
        )
        compared = not listed and (
            any(word in COMPARISONS for word in words)
            or any(word in ("any", "all") and before == "/" for before, word in itertools.pairwise(words))
        )
        if not compared and any(word in ("and", "or", "not") for word in words):
            return False
        if not compared and any(mark in words for mark in (":", "*", "&")):
            return False
        self.found.kind = Kind.QUERY
        self._option("filter" if compared else "expand", (0, len(masked)), scope)
        self._asks()
        return bool(self.found.sites) or word_pattern().search(masked) is None

    def dotted(self, masked: str) -> bool:
        """A dotted path: of Python names, or into data."""
        if _DOTTED.match(self.text) is None or (HOLE in masked and "." not in masked):
            return False
        words = list(re.finditer(r"[A-Za-z_]\w*", self.text))
        if len(words) <= 1:
            return False
        anchor: int | None = None
        scope: str | None = None
        for index, match in enumerate(words):
            word = deprecated_word(match[0], evidence=self.evidence, pascal_too=self.pascal)
            if word is not None and match[0] == word.name and word.name in catalogue.COLLECTIONS:
                self.found.sites.append(collection_site(word, *match.span(), version=self.version))
                anchor, scope = len(self.found.sites) - 1, catalogue.COLLECTIONS[word.name].type
            elif anchor is not None and scope == catalogue.INSTANCE.name and match[0] == catalogue.STAGE_FIELD:
                self.found.sites.append(stage_read(*match.span(), match[0]))
                self.found.links.append((anchor, len(self.found.sites) - 1))
            else:
                self._sdk_name(match, words[index - 1][0] if index else "")
        if self.found.sites:
            self.found.kind = Kind.PATH
        return bool(self.found.sites)

    def _sdk_name(self, match: re.Match[str], before: str) -> None:
        """A class, module or attribute of the SDK in a dotted path."""
        name = sdk.class_name(match[0]) or sdk.module_name(match[0]) or sdk.attributes().get(match[0])
        if name is None or not (self.evidence or is_distinctive(name.graph)):
            return
        start, end = match.span()
        level, reason = Applicability.SAFE, ""
        new = name.new
        row = catalogue.TYPES.get(name.graph)
        if new is None and row is not None and row.variants is not None:
            base = row.variants.base
            new = base[:1].upper() + base[1:] if match[0][:1].isupper() else snake(base)
            level, reason = Applicability.UNSAFE, "base"
        edits: tuple[Draft, ...] = (Draft(start, end, new or match[0]),)
        last = self.found.sites[-1] if self.found.sites else None
        if last is not None and last.symbol == before and match[0][:1].isupper() and sdk.module_name(before):
            self.found.sites.pop()
            edits = (*last.edits, *edits)
        self.found.sites.append(
            Site(
                code=name.code,
                start=start,
                end=end,
                symbol=match[0],
                replacement=new,
                edits=edits,
                level=level,
                reason=reason,
                collection=name.graph if name.graph in catalogue.COLLECTIONS else None,
            )
        )


def _ending(lifted: Site, site: Site, joined: Text) -> Site:
    """A site in a text of pieces: it ends with its last character, not where the next piece begins."""
    if site.end == site.start:
        return lifted
    edits = tuple(
        draft._replace(end=joined.at(own.end - 1) + 1) if own.end > own.start else draft
        for draft, own in zip(lifted.edits, site.edits, strict=True)
    )
    return lifted._replace(end=joined.at(site.end - 1) + 1, edits=edits)
