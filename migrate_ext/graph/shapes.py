"""The rules on objects of keys and values (migration.md, 3.1, 3.3 to 3.6), for every language alike.

An object is known by its `@odata.type`, by its place (the key or URL it stands under) or by its shape. Evidence for
the names that others could use too is what the caller knows, or what any key or string of the payload shows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Draft, Role, Site
from migrate_ext.graph import catalogue, odata, removal, sites
from migrate_ext.graph.both import BothVerdict, Pair, opposed, pairs
from migrate_ext.graph.expressions import declared, property_of
from migrate_ext.graph.found import Found, Work, mention_site, tree_evidence
from migrate_ext.graph.names import is_distinctive, word_pattern
from migrate_ext.graph.objects import FOREIGN, TYPE_KEY, Dialect, Field, fields_of, kind_of, known_stage, to_data
from migrate_ext.graph.sites import collection_site, deprecated_word, extension_for, old_status, type_site
from migrate_ext.graph.strings import StringReader, is_opposed, matters, parameter
from migrate_ext.graph.tree import Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["Found", "analyse", "create_body", "mention_site", "tree_evidence"]

Drop = tuple[int, list[Field]]
"""A site, and the members that go with it."""
_INSTANCES = (catalogue.INSTANCE.name, catalogue.NEW_INSTANCE.name)


def analyse(  # noqa: PLR0913 - each says something else that may be known
    root: Node,
    text: str,
    *,
    place: str | None = None,
    many: bool = False,
    evidence: bool = False,
    version: int | None = None,
    stage: str | None = None,
    dialect: Dialect | None = None,
    skip: Collection[int] = (),
) -> Found:
    """Apply the rules to a value and all that is in it.

    `text` is the text in which the positions of the nodes count. `place` is the Graph type that the value, or with
    `many` each of its elements (also those of a page's `value`), is known to have; `stage` is the one that is known
    to stand beside it. Nodes whose `id` is in `skip` are left alone.
    """
    analysis = _Analysis(text, dialect or Dialect(), evidence=evidence, skip=skip)
    analysis.run(Work(root, place, many, None, stage, version))
    return analysis.finish()


class _Analysis(StringReader):
    """One pass over a tree, with a stack of its own."""

    _keyed: Node | None = None
    _keys: set[str]

    def run(self, work: Work) -> None:
        self._root = None if self._evidence else work.node
        self.stack.append(work)
        while self.stack:
            work = self.stack.pop()
            if work.place is None and work.node.place is not None:
                work = replace(work, place=work.node.place, many=False)
            if work.stage is None and work.node.beside is not None:
                work = replace(work, stage=work.node.beside)
            # an aliased node is one text: it is read once for each type that it has
            if id(work.node) in self.skip or (id(work.node), work.place) in self._seen:
                continue
            if work.node.kind is NodeKind.OBJECT:
                self._seen.add((id(work.node), work.place))
                self.object(work)
            elif work.node.kind is NodeKind.ARRAY:
                self._seen.add((id(work.node), work.place))
                self.array(work)
            elif work.node.kind is NodeKind.STRING:
                self.string(work)

    def carried_text(self, text: str, work: Work) -> Found:
        """Apply the rules to a text that a string carries."""
        inner = _Analysis(text, self.dialect.carried(), evidence=self.evidence)
        inner.run(work)
        return inner.finish()

    def finish(self) -> Found:
        """All that was found."""
        self.found.join_annotations()
        return self.found

    def array(self, work: Work) -> None:
        handled = self.names_in_list(work)
        place = work.place if work.many else None
        for item in reversed(work.node.items):
            if id(item) not in handled and matters(item):
                self.stack.append(replace(work, node=item, place=place, many=False))

    # ---------------------------------------------------------------- objects

    def object(self, work: Work) -> None:
        fields = fields_of(work.node, self.dialect)
        work = self.page(work, fields)
        kind = kind_of(fields, work.place)
        if kind is not None and kind != FOREIGN:
            self.found.typed.append((work.node, kind))
        anchor = self.own_type(work, fields)
        if kind in _INSTANCES:
            anchor = self.instance(work, fields, anchor)
        tabled = opposed(fields)
        if tabled != work.opposed:
            work = replace(work, opposed=tabled)
        handled = self.collections(work, fields, kind, anchor)
        option = parameter(fields)
        stage = known_stage(fields)
        old = work.old or any(item.name == TYPE_KEY and deprecated_type(item) for item in fields)
        for item in reversed(fields):
            if id(item.member) in handled or item.name == TYPE_KEY:
                continue
            self.key(item, anchor, work.opposed)
            if not matters(item.member.value):
                continue
            child = self._child(item, work, kind, anchor, old=old)
            if item.name == "value" and option is not None:
                child = replace(child, key=option)
            if item.name == catalogue.EXTENSION_FIELD:
                child = replace(child, stage=stage)
            self.stack.append(child)

    @staticmethod
    def _child(item: Field, work: Work, kind: str | None, anchor: int | None, *, old: bool) -> Work:
        """What is to be done with the value of a member, by the type of the object and the member's name."""
        key = item.name + item.annotation
        child = Work(item.member.value, anchor=anchor, version=work.version, key=key, opposed=work.opposed)
        prop = property_of(kind, item.name) if not item.annotation else None
        if prop is not None:
            child = replace(child, place=prop.type, many=prop.many and _several(child.node), old=old)
        elif not item.annotation and (place := declared(item.name)) is not None:
            many = catalogue.PROPERTY_TYPES[item.name][1] and _several(child.node)
            child = replace(child, place=place, many=many)
        if item.name == "value" and work.many:
            child = replace(child, place=work.place, many=True, anchor=work.anchor, old=work.old)
        return child

    def page(self, work: Work, fields: Sequence[Field]) -> Work:
        """Read the object's context: it says what `value` holds, and the version (migration.md, 5)."""
        has_value = any(item.name == "value" and item.member.value.kind is NodeKind.ARRAY for item in fields)
        if work.many and not has_value:
            work = replace(work, place=None, many=False)
        elif not work.many and work.place is not None and has_value and kind_of(fields, None) is None:
            work = replace(work, many=True)
        for item in fields:
            value = item.member.value
            if item.name or item.annotation != "@odata.context" or value.kind is not NodeKind.STRING:
                continue
            scan = odata.scan(value.value, evidence=self.evidence, version=work.version, pascal=self.dialect.pascal)
            if scan.version is not None:
                work = replace(work, version=scan.version)
            if scan.target in catalogue.TYPES and ((has_value and scan.many) or not scan.many):
                work = replace(work, place=scan.target, many=scan.many)
                work = replace(work, old=catalogue.TYPES[scan.target or ""].rule is not None)
            if value.text is None:
                continue
            base = self.found.absorb(Found(links=scan.links), [self.within(value, site) for site in scan.sites])
            self.found.annotations += range(base, len(self.found.sites))
            for index in range(base, len(self.found.sites)):
                site = self.found.sites[index]
                if (scan.collection is not None and site.collection == scan.collection) or (
                    site.code and site.collection is None and work.anchor is None and scan.target == site.context
                ):
                    work = replace(work, anchor=index)
        return work

    def own_type(self, work: Work, fields: Sequence[Field]) -> int | None:
        """Report the object's `@odata.type`; gives the site that the object's findings belong to."""
        anchor = work.anchor
        for item in fields:
            value = item.member.value
            if item.name != TYPE_KEY or value.kind is not NodeKind.STRING or value.text is None:
                continue
            namespaced = catalogue.NAMESPACE in value.value
            word = deprecated_word(
                value.value.rpartition(".")[2].lstrip("#"),
                evidence=namespaced or self.evidence,
                pascal_too=self.dialect.pascal,
            )
            if word is None or word.name not in catalogue.TYPES:
                continue
            start = len(value.value) - len(word.name)
            site = type_site(word, start, len(value.value), new=None)
            row = catalogue.TYPES[word.name]
            if row.variants is not None and (new := extension_for(work.stage)) is not None:
                site = type_site(word, start, len(value.value), new=new)._replace(level=Applicability.SAFE, reason="")
            index = self.add(self.within(value, site), work.anchor)
            anchor = anchor if anchor is not None else index
        return anchor

    def instance(self, work: Work, fields: Sequence[Field], anchor: int | None) -> int | None:
        """The stage and the status of an instance; gives the site that the object's findings belong to."""
        drops: list[Drop] = []
        noted = [item for item in fields if item.name == catalogue.STAGE_FIELD and item.annotation]
        for item in fields:
            if item.annotation or item.member.text is None:
                continue
            index = None
            if item.name == catalogue.STAGE_FIELD:
                site = self.stage(item)
                index = self.add(site, anchor)
                if site.role is Role.MEMBER:
                    drops.append((index, [item, *noted]))
            elif item.name == catalogue.STATUS_FIELD and (found := self.status(item, work)) is not None:
                index = self.add(found, anchor)
            if index is not None:
                anchor = anchor if anchor is not None else index
        self.drop(drops)
        return anchor

    def stage(self, item: Field) -> Site:
        value = item.member.value
        site = item.text.lift(sites.stage_read(0, item.length, item.symbol))._replace(
            level=Applicability.UNSAFE,
            role=Role.MEMBER,
            reason="stage-removed",
        )
        if value.effect or value.shared:
            reason = "stage-effect" if value.effect else "anchor"
            return site._replace(level=Applicability.MANUAL, role=Role.BLOCKER, reason=reason)
        return site

    def drop(self, drops: Sequence[Drop]) -> None:
        """Give sites the edits that remove members: each its own, where these add up to the removal of all."""
        containers = {id(item.container): item.container for _, items in drops for item in items}

        def take(places: list[removal.Place]) -> list[Draft]:
            edits: list[Draft] = []
            for key, container in containers.items():
                if indices := sorted({index for holder, index in places if holder == key}):
                    edits += self.dialect.drop(self.text, container, indices)
            return edits

        places = [[(id(item.container), item.index) for item in items] for _, items in drops]
        self.give(removal.apart(self.text, places, take), [index for index, _ in drops])
        for index, items in drops:
            gone = tuple((item.member.key, to_data(item.member.value, self.text)) for item in items)
            self.found.sites[index] = self.found.sites[index]._replace(removed=gone)

    def status(self, item: Field, work: Work) -> Site | None:
        value = item.member.value
        if value.kind is NodeKind.STRING and value.text is not None:
            found = old_status(value.value, pascal_too=self.dialect.pascal)
            if found is None:
                return None
            member, spell = found
            return value.text.lift(sites.status_site(member, 0, len(value.value), spell=spell))
        if value.kind is NodeKind.NUMBER and work.old:
            return sites.status_number(value.value, value.start, value.end)
        return None

    # ---------------------------------------------------------------- collections

    def collections(self, work: Work, fields: Sequence[Field], kind: str | None, anchor: int | None) -> set[int]:
        """Report the deprecated collections of an object; gives the members that need no further look."""
        handled: set[int] = set()
        drops: list[Drop] = []
        for pair in pairs(fields):
            tabled = pair.name in work.opposed
            if not tabled and not self.counts(pair, kind):
                continue
            handled |= {id(item.member) for item in pair.old}
            verdict = BothVerdict(role=Role.BLOCKER, reason="both") if tabled else pair.verdict()
            if verdict.gone == "old":
                index = self.add(
                    self.word(pair.old[0], work)._replace(level=verdict.level, reason=verdict.reason), anchor
                )
                self.found.sites[index] = self.found.sites[index]._replace(edits=())
                drops.append((index, pair.old))
                continue
            first = self.collection(pair, work, anchor)
            if verdict.role is Role.BLOCKER:
                site = self.found.sites[first]
                self.found.sites[first] = site._replace(
                    edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason=verdict.reason
                )
            if verdict.gone == "new":
                handled |= {id(item.member) for item in pair.new}
                drops.append((first, pair.new))
        self.drop(drops)
        return handled

    def counts(self, pair: Pair, kind: str | None) -> bool:
        """Whether a collection's name is Graph's here (migration.md, 3.1)."""
        if is_distinctive(pair.name):
            return True
        if kind == FOREIGN:
            return False
        if kind == catalogue.OWNERS[pair.name] or pair.has_shape():
            return True
        return not pair.defeats() and self.evidence

    def word(self, item: Field, work: Work) -> Site:
        """The site of a collection's name in a key."""
        word = sites.graph_word(item.symbol, pascal_too=self.dialect.pascal)
        text = item.text
        site = text.lift(collection_site(word, 0, item.length, version=work.version))
        if not text.plain and item.length == len(text.value):
            # an escaped key is replaced as a whole
            site = site._replace(edits=tuple(Draft(text.at(0), text.end, draft.text) for draft in site.edits))
        return site

    def collection(self, pair: Pair, work: Work, anchor: int | None) -> int:
        """A collection with its annotations and elements; gives the index of its first site."""
        indices = [self.add(self.word(item, work), anchor) for item in pair.old]
        first = indices[0]
        self.found.links += [(first, index) for index in indices[1:]]
        prop = catalogue.COLLECTIONS[pair.name]
        for item in reversed(pair.old):
            value = Work(item.member.value, anchor=first, version=work.version, key=item.annotation)
            if not item.annotation:
                value = replace(value, place=prop.type, many=_several(item.member.value), old=True)
            self.stack.append(value)
        return first

    def keys_of(self, node: Node) -> set[str]:
        """The keys of an object; those of the last one are kept, for it is asked for each of its keys."""
        if self._keyed is not node:
            self._keyed, self._keys = node, {member.key for member in node.members}
        return self._keys

    def key(self, item: Field, anchor: int | None, tabled: frozenset[str]) -> None:
        """A key that is no collection may still be a name, a type or a URL."""
        text = item.member.text
        if text is None or word_pattern().search(text.value) is None:
            return
        word = deprecated_word(item.symbol, evidence=self.evidence, pascal_too=self.dialect.pascal)
        if word is not None and word.name in catalogue.COLLECTIONS:
            return  # the collections were judged already
        scan = odata.scan(text.value, evidence=self.evidence, pascal=self.dialect.pascal)
        if scan.kind is odata.Kind.NAME and word is None:
            return
        found = scan.sites
        clash = _renamed(text.value, found) in self.keys_of(item.container)
        found = [sites.blocked_by_both(site) if clash or is_opposed(site, tabled) else site for site in found]
        base = self.found.absorb(Found(links=scan.links), [text.lift(site) for site in found])
        if anchor is not None:
            self.found.links += [(anchor, index) for index in range(base, len(self.found.sites))]


def _renamed(key: str, sites: Sequence[Site]) -> str | None:
    """What a key is after the edits in it; None where there are none."""
    edits = sorted((edit for site in sites for edit in site.edits), reverse=True)
    for start, end, new in edits:
        key = key[:start] + (new if isinstance(new, str) else new[0]) + key[end:]
    return key if edits else None


def deprecated_type(item: Field) -> bool:
    """Whether a member's string names a deprecated type."""
    value = item.member.value.value
    return isinstance(value, str) and any(
        row.rule is not None and value.lower().endswith(name.lower()) for name, row in catalogue.TYPES.items()
    )


def create_body(root: Node, text: str, dialect: Dialect | None = None) -> Site | None:
    """The site that gives a body which creates an extension its type (CEX303); None where it has one."""
    dialect = dialect or Dialect()
    variants = catalogue.EXTENSION.variants
    if root.kind is not NodeKind.OBJECT or variants is None:
        return None
    if any(item.name == TYPE_KEY for item in fields_of(root, dialect)):
        return None
    value = f"#{catalogue.NAMESPACE}.{variants.default}"
    return Site(
        code=catalogue.CREATE_BODY,
        start=root.start,
        end=root.start + 1,
        symbol=TYPE_KEY,
        replacement=variants.default,
        edits=(dialect.insert_first(text, root, dialect.at + TYPE_KEY, value),),
        level=Applicability.UNSAFE,
        reason="body-type",
        context=catalogue.EXTENSION.name,
    )


def _several(node: Node) -> bool:
    """Whether a collection's value is written as one: exports of a single element leave the brackets out."""
    return node.kind is not NodeKind.OBJECT
