"""Texts that are put together from literals, and what stands in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from migrate_ext.core.model import Draft, Site
from migrate_ext.graph import catalogue, names, odata, removal, sdk, shapes
from migrate_ext.graph.composite import Composite
from migrate_ext.graph.objects import Dialect
from migrate_ext.graph.tree import Node, NodeKind
from migrate_ext.graph.tree import Text as TreeText
from migrate_ext.languages.python import ir
from migrate_ext.solver.construct import Constructors
from migrate_ext.solver.sites import member
from migrate_ext.solver.values import (
    HOLE,
    NOWHERE,
    UNKNOWN,
    Answer,
    Model,
    Ref,
    Text,
    Values,
    file_of,
    one,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from migrate_ext.solver.arguments import Arguments
    from migrate_ext.solver.state import Frame

    Fill = Callable[[re.Match[str], int], Values | str]
    """Gives what stands in a place of a template, by its match and its number."""

_PERCENT = re.compile(r"%(?:\((\w+)\))?[-#0 +]*+\d*+(?:\.\d+)?[a-zA-Z%]")

_FIELD = re.compile(r"\{\{|\}\}|\{([^{}:!]*+)[^{}]*+\}")

_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")

_DIALECT = Dialect(removal.HASH)

_PASCAL = Dialect(removal.HASH, pascal=True)


class Composed(Constructors):
    """Texts, whole or put together."""

    # composed texts

    def address(self, text: Text) -> Answer | None:
        """What a request to this address gives; None where the text is no address."""
        value = text.value
        if "/" not in value and not value.startswith("?"):
            return None
        scan = _scan(value)
        if scan.asks:
            self.query_literals |= text.literals
        asks = text.literals if scan.version is None else text.literals | {shown(scan.version)}
        if scan.target is not None:
            row = catalogue.TYPES.get(scan.target)
            deprecated = (row is not None and row.rule is not None) or scan.collection is not None
            return Answer(scan.target, scan.many, text.literals if deprecated else NOWHERE, asks)
        if value.startswith("http"):
            host = value.split("/", 3)[2] if value.count("/") > 1 else ""
            if HOLE not in host and not odata.shows_evidence(value):
                return Answer("other", many=False, places=NOWHERE, asks=asks)
        if value.startswith(("/", "http", HOLE)) or scan.sites:
            return Answer(None, many=False, places=NOWHERE, asks=asks)
        return None

    def scan_joined(self, pieces: Sequence[tuple[ir.Expr, Values]], frame: Frame) -> None:
        """Find deprecated words in a text that is put together from pieces."""
        composite = Composite()
        for part, values in pieces:
            self._append_piece(composite, part, values)
        self._scan_composite(composite, frame)

    def _append_piece(self, composite: Composite, part: ir.Expr, values: Values) -> None:
        if isinstance(part, ir.String):
            composite.literal(part.text)
            return
        if isinstance(part, ir.Joined):
            for inner in part.parts:
                self._append_piece(composite, inner, UNKNOWN)
            return
        texts = self.texts(values)
        if len(texts) == 1 and texts[0].literal >= 0:
            start = len(composite.chars)
            composite.constants[start, start + len(texts[0].value)] = texts[0].literal
        composite.known(texts[0].value if len(texts) == 1 else HOLE)

    def _scan_composite(self, composite: Composite, frame: Frame) -> None:
        if self.stack or not self.reporting:
            return
        value = composite.value
        covered = {id(text): text for text in composite.texts if text.start >= 0}
        places = [self.place(frame, at) for text in covered.values() if (at := self._literal_of(text)) is not None]
        self.handled.update(places)
        if value.lstrip()[:1] in {"{", "["} and odata.interesting().search(value):
            for text in covered.values():
                self._scan_text(text, frame)
            return
        if not odata.interesting().search(value):
            return
        scan = odata.scan(value, evidence=self.evidence(frame.file))
        kept: dict[int, int] = {}
        for index, site in enumerate(scan.sites):
            lifted = composite.lift(site)
            if lifted is not None:
                self.sites.add(frame.file, lifted)
                kept[index] = self.place(frame, lifted.start)
            elif (place := composite.constants.get((site.start, site.end))) is not None:
                self._constant_site(site, place)
                kept[index] = place
        for first, second in scan.links:
            if first in kept and second in kept:
                self.sites.union((kept[first], kept[second]))

    def _constant_site(self, site: Site, place: int) -> None:
        """A word of a composed text that a constant gives as a whole: it is replaced where it stands."""
        text = self.literals[place].text
        edits = tuple(Draft(text.at(0), text.end, draft.text) for draft in site.edits)
        self.handled.add(place)
        self.sites.add(file_of(place), site._replace(start=text.at(0), end=text.end, edits=edits))

    def _literal_of(self, text: TreeText) -> int | None:
        return self.literal_starts.get(id(text))

    def percent(self, node: ir.Binary, left: Values, right: Values, frame: Frame) -> Values:
        """`"…%s…" % values`."""
        arguments: list[Values] = []
        for value in right:
            arguments = list(getattr(value, "items", ())) or [right]
        if not arguments:
            arguments = [right]
        keyed = {key.value: self.read(("item", ref, key.value)) for ref in right if isinstance(ref, Ref)
                 for key in self.texts(self.read(("keys", ref)))}  # fmt: skip
        template = self.texts(left)[0]

        def fill(found: re.Match[str], index: int) -> Values | str:
            if found.group().endswith("%%"):
                return "%"
            if found[1]:
                return keyed.get(found[1], UNKNOWN)
            return arguments[index] if index < len(arguments) else UNKNOWN

        return self._filled(node.left, template, _PERCENT, fill, frame)

    def formatted(self, text: Text, arguments: Arguments, frame: Frame) -> Values:
        """`"…{}…".format(values)`."""
        node = arguments.node
        owner = node.function.base if node is not None and isinstance(node.function, ir.Attribute) else None

        def fill(found: re.Match[str], index: int) -> Values | str:
            if found.group() in {"{{", "}}"}:
                return found.group()[0]
            name = found[1] or ""
            if name.isdigit():
                return arguments.get(int(name))
            return arguments.keywords.get(name, UNKNOWN) if name else arguments.get(index)

        return self._filled(owner, text, _FIELD, fill, frame)

    def _filled(
        self, node: ir.Expr | None, template: Text, pattern: re.Pattern[str], fill: Fill, frame: Frame
    ) -> Values:
        composite = Composite()
        source = node.text if isinstance(node, ir.String) else None
        literals = set(template.literals)
        at = index = 0
        for found in pattern.finditer(template.value):
            self._append_part(composite, source, template.value, at, found.start())
            filled = fill(found, index)
            if isinstance(filled, str):
                composite.known(filled)
            else:
                texts = self.texts(filled)
                composite.known(texts[0].value if len(texts) == 1 else HOLE)
                for text in texts:
                    literals |= text.literals
                index += 1
            at = found.end()
        self._append_part(composite, source, template.value, at, len(template.value))
        if source is not None:
            self._scan_composite(composite, frame)
        return one(Text(composite.value, -1, frozenset(literals)))

    @staticmethod
    def _append_part(composite: Composite, source: TreeText | None, value: str, first: int, last: int) -> None:
        if source is not None:
            composite.literal(source, first, last)
        else:
            composite.known(value[first:last])

    def _dialect(self, file: int) -> Dialect:
        return _PASCAL if file in self.pascal else _DIALECT

    def _take(self, found: shapes.Found, frame: Frame) -> None:
        for site in found.sites:
            self.sites.add(frame.file, site._replace(sources=()))
        for first, second in found.links:
            places = (self.place(frame, found.sites[first].start), self.place(frame, found.sites[second].start))
            self.sites.union(places)

    def _own_path(self, text: TreeText, frame: Frame) -> bool:
        """A dotted path into a module of the run: the name in it is what that module binds."""
        value = text.value.replace(":", ".")
        if not _DOTTED.fullmatch(value):
            return False
        parts = value.split(".")
        for size in range(len(parts), 0, -1):
            module = self.find_module(".".join(parts[:size]), 0, frame.file)
            if module is None:
                continue
            if size < len(parts):
                self._use_in_path(text, parts, size, module, frame)
            return True
        first = sdk.module_name(parts[0]) or sdk.class_name(parts[0])
        words = [name for part in parts if (name := sdk.class_name(part) or sdk.module_name(part)) is not None]
        elsewhere = first is None and parts[0] not in catalogue.COLLECTIONS and not self._is_sdk(value)
        return elsewhere and bool(words) and not any(names.is_distinctive(word.graph) for word in words)

    def _use_in_path(self, text: TreeText, parts: list[str], size: int, module: int, frame: Frame) -> None:
        found = sdk.class_name(parts[size])
        index = len(".".join(parts[:size])) + 1
        for value in self.cells.get(("global", module, parts[size]), UNKNOWN):
            if isinstance(value, Model) and found is not None and found.new is not None:
                site = member(found.code, index, index + len(parts[size]), parts[size], found.new, context=found.graph)
                lifted = text.lift(site)
                self.sites.add(frame.file, lifted)
                self.sites.union([self.place(frame, lifted.start), *value.places])

    def _scan_text(self, text: TreeText, frame: Frame, *, query: bool = False) -> None:
        if self._own_path(text, frame):
            return
        node = Node(NodeKind.STRING, text.start, text.end, text.value, text)
        found = shapes.analyse(
            node, self.programs[frame.file].text, evidence=self.evidence(frame.file), dialect=self._dialect(frame.file)
        )
        if len(found.sites) == 1 and found.sites[0].collection is not None:
            if query:
                found.sites[0] = found.sites[0]._replace(query=True)
            elif text.value == found.sites[0].symbol:
                # a bare name reads the collection, wherever it is handed to
                self.reads.add(self.place(frame, found.sites[0].start))
        self._take(found, frame)


@lru_cache(maxsize=4096)
def _scan(text: str) -> odata.Scan:
    return odata.scan(text, evidence=True)
