"""Strings among keys and values: names, URLs and expressions, JSON that is carried in them, prose."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Draft, Role, Site
from migrate_ext.graph import catalogue, jsontext, odata, removal, sites
from migrate_ext.graph.found import Found, Work, mention_site, tree_evidence
from migrate_ext.graph.names import is_distinctive
from migrate_ext.graph.sites import collection_site, extension_for
from migrate_ext.graph.tree import Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from migrate_ext.graph.objects import Dialect, Field

_ENTRY = re.compile(r"(\w+)(\(.*\))?", re.DOTALL)
_OPTIONS = ("expand", "select", "filter", "orderby")
_MARKS = re.compile("|".join(catalogue.INSTANCE.marks), re.IGNORECASE)
_SHORTEST = min(
    map(len, (*catalogue.COLLECTIONS, *catalogue.REPLACED, *catalogue.INSTANCE.marks, catalogue.HANDLER.name))
)
_ANNOTATION = "@odata."
"""Begins the key of an annotation that belongs to the object itself (`@odata.nextLink`)."""
_PROSE_KEYS = frozenset(
    {"description", "summary", "title", "comment", "comments", "note", "notes", "displayname", "$comment", "help"}
)


class StringReader:
    """The part of an analysis that reads strings."""

    def __init__(self, text: str, dialect: Dialect, *, evidence: bool, skip: Collection[int] = ()) -> None:
        self.text = text
        self.dialect = dialect
        self.found = Found()
        self.skip = skip
        self._evidence = evidence
        self._root: Node | None = None
        self._seen: set[tuple[int, str | None]] = set()
        self.stack: list[Work] = []

    @property
    def evidence(self) -> bool:
        """Whether the payload shows that it is entitlement management's; looked up once, where it matters."""
        if not self._evidence and self._root is not None:
            self._evidence = tree_evidence(self._root, self.skip)
            self._root = None
        return self._evidence

    def carried_text(self, text: str, work: Work) -> Found:
        """Apply the rules to a text that a string carries."""
        raise NotImplementedError

    def add(self, site: Site, anchor: int | None) -> int:
        """Add a site that belongs to another one."""
        index = len(self.found.sites)
        if anchor is not None:
            self.found.links.append((anchor, index))
            site = site._replace(sources=(anchor,))
        self.found.sites.append(site)
        return index

    def give(self, parts: Sequence[removal.Part], indices: Sequence[int]) -> None:
        """Give removals to the sites with these indices; those that cannot be made alone go together."""
        for number, part in enumerate(parts):
            site = self.found.sites[indices[number]]
            # equal edits are shared; a key that stands there by the thousand is not worth as many copies
            if part.mate == number or number < removal.MANY:
                self.found.sites[indices[number]] = site._replace(edits=(*site.edits, *part.edits))
            if part.mate != number:
                self.found.links.append((indices[part.mate], indices[number]))

    def names_in_list(self, work: Work) -> set[int]:
        """A list of names that holds an old name beside its new one: one of them goes (migration.md, 3.6)."""
        items = work.node.items
        entries: dict[str, tuple[int, str]] = {}
        for index, item in enumerate(items):
            if item.kind is NodeKind.STRING and isinstance(item.value, str) and item.text is not None:
                match = _ENTRY.fullmatch(item.value)
                if match is not None:
                    word = sites.graph_word(match[1], pascal_too=self.dialect.pascal)
                    entries.setdefault(word.name, (index, match[2] or ""))
        handled: set[int] = set()
        gone: dict[int, int] = {}
        for new in sorted(catalogue.REPLACED.keys() & entries.keys()):
            old = catalogue.REPLACED[new].name
            if old not in entries or not (self.evidence or is_distinctive(old)):
                continue
            index, options = entries[old]
            twin, new_options = entries[new]
            item = items[index]
            word = sites.graph_word(item.value[: len(old)], pascal_too=self.dialect.pascal)
            site = self.within(item, collection_site(word, 0, len(old), query=option(work.key) is not None))
            if options and new_options and options != new_options:
                site = site._replace(edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason="both-options")
                self.add(site, work.anchor)
            elif options and not new_options:
                gone[self.add(site, work.anchor)] = twin
            else:
                gone[self.add(site._replace(edits=()), work.anchor)] = index
            handled |= {id(item), id(items[twin])}
        if gone:

            def take(places: list[removal.Place]) -> list[Draft]:
                return self.dialect.drop(self.text, work.node, sorted(index for _, index in places))

            self.give(removal.apart(self.text, [[(0, index)] for index in gone.values()], take), list(gone))
        return handled

    def within(self, node: Node, site: Site) -> Site:
        """A site found in a string, with its positions in the text."""
        return node.text.lift(site) if node.text is not None else site

    def string(self, work: Work) -> None:
        """Read a string for what it is."""
        node = work.node
        value = node.value
        if node.text is None or not isinstance(value, str) or not matters(node):
            return
        if self.carried(work, value):
            return
        if work.key.lower() in _PROSE_KEYS:
            self.mention(node)
            return
        scan = odata.scan(
            value,
            evidence=self.evidence,
            version=work.version,
            pascal=self.dialect.pascal,
            option=option(work.key),
        )
        if scan.kind is odata.Kind.PROSE:
            self.mention(node)
        part = Found(links=scan.links, queries=list(range(len(scan.sites))))
        found = [sites.blocked_by_both(site) if is_opposed(site, work.opposed) else site for site in scan.sites]
        base = self.found.absorb(part, [self.within(node, site) for site in found])
        if work.key.startswith(_ANNOTATION):
            self.found.annotations += range(base, len(self.found.sites))
        for index in range(base, len(self.found.sites)):
            site = self.found.sites[index]
            if site.context == catalogue.EXTENSION.name and work.stage is not None:
                self.found.sites[index] = self.restaged(site, work.stage)
            if work.anchor is not None:
                self.found.links.append((work.anchor, index))

    def restaged(self, site: Site, stage: str) -> Site:
        """An extension's type for the stage that is known to stand beside it."""
        new = extension_for(stage)
        if new is None or site.reason != "no-stage":
            return site
        start, end, _ = site.edits[0]
        return site._replace(replacement=new, edits=(Draft(start, end, new),), level=Applicability.SAFE, reason="")

    def carried(self, work: Work, value: str) -> bool:
        """JSON carried in a string is read as such."""
        if value.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
            return False
        root = jsontext.read_template(value)
        if root is None:
            return False
        part = self.carried_text(value, replace(work, node=root, anchor=None))
        base = self.found.absorb(part, [self.within(work.node, site) for site in part.sites])
        if work.anchor is not None:
            self.found.links += [(work.anchor, index) for index in range(base, len(self.found.sites))]
        return True

    def mention(self, node: Node) -> None:
        """Note the words of a string that is prose."""
        if node.text is None:
            return
        for start, end, word in odata.mentions(node.value, evidence=self.evidence):
            self.found.sites.append(node.text.lift(mention_site(start, end, word)))


def is_opposed(site: Site, opposed: Collection[str]) -> bool:
    """Whether a site's word is one of those that stand opposite to their new names."""
    return bool(opposed) and sites.graph_word(site.symbol, pascal_too=True).name in opposed


def option(key: str) -> str | None:
    """The query option that a key names."""
    bare = key.lower().removeprefix("%24").removeprefix("$")
    return "$" + bare if (bare in _OPTIONS and key[:1] in ("$", "%")) or bare in _OPTIONS[:2] else None


def parameter(fields: Sequence[Field]) -> str | None:
    """The query option of an object that holds a parameter's name and value."""
    for item in fields:
        value = item.member.value
        if item.name in ("key", "name") and value.kind is NodeKind.STRING and option(value.value) is not None:
            return str(value.value)
    return None


def matters(node: Node) -> bool:
    """Whether anything can be found in a value."""
    if node.kind is NodeKind.STRING:
        value = node.value
        if not isinstance(value, str) or len(value) < _SHORTEST:
            return False
        return odata.interesting().search(value) is not None or ("{" in value and _MARKS.search(value) is not None)
    return node.kind is NodeKind.OBJECT or node.kind is NodeKind.ARRAY
