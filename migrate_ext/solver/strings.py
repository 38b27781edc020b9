"""Texts that are put together, and the displays of keys and values that the rules on objects look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from migrate_ext.core.model import Choice, Draft, Policy, Site
from migrate_ext.graph import catalogue, jsontext, names, odata, removal, sdk, shapes
from migrate_ext.graph.objects import Dialect
from migrate_ext.graph.tree import Member as TreeMember
from migrate_ext.graph.tree import Node, NodeKind
from migrate_ext.graph.tree import Text as TreeText
from migrate_ext.languages.python import ir
from migrate_ext.solver.construct import Constructors, has_effect
from migrate_ext.solver.reads import TYPE_KEY
from migrate_ext.solver.sites import member, residual
from migrate_ext.solver.state import Frame
from migrate_ext.solver.values import (
    HOLE,
    NOWHERE,
    UNKNOWN,
    Answer,
    External,
    Many,
    Model,
    Ref,
    Text,
    Value,
    Values,
    file_of,
    offset_of,
    one,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from migrate_ext.solver.arguments import Arguments

    Fill = Callable[[re.Match[str], int], Values | str]
    """Gives what stands in a place of a template, by its match and its number."""

_PERCENT = re.compile(r"%(?:\((\w+)\))?[-#0 +]*\d*(?:\.\d+)?[a-zA-Z%]")
_FIELD = re.compile(r"\{\{|\}\}|\{([^{}:!]*)[^{}]*\}")
_LOGGERS = {"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "fatal", "echo", "secho"}
_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
_OPTIONS = {"expand", "select", "filter", "orderby"}
_DIALECT = Dialect(removal.HASH)
_PASCAL = Dialect(removal.HASH, pascal=True)


@dataclass(slots=True)
class Composite:
    """A text that is put together from literals.

    Each character knows where it stands in the file, or that it does not (-1).
    """

    chars: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    texts: list[TreeText] = field(default_factory=list)
    constants: dict[tuple[int, int], int] = field(default_factory=dict)
    """By span: the place of the literal that gives this part as a whole."""

    def literal(self, text: TreeText, first: int = 0, last: int | None = None) -> None:
        """Append (a part of) a literal."""
        value = text.value[first:last]
        self.chars += value
        for index in range(first, first + len(value)):
            start = text.at(index)
            self.starts.append(start)
            self.ends.append(text.at(index + 1) if text.offsets is not None else start + 1)
        self.texts += [text] * len(value)

    def known(self, value: str) -> None:
        """Append a text that stands elsewhere."""
        self.chars += value
        self.starts += [-1] * len(value)
        self.ends += [-1] * len(value)
        self.texts += [TreeText("", -1)] * len(value)

    @property
    def value(self) -> str:
        """The whole text."""
        return "".join(self.chars)

    def lift(self, site: Site) -> Site | None:
        """A site of the whole text at its positions in the file; None where a part of it does not stand there."""
        span = self._span(site.start, site.end)
        if span is None:
            return None
        edits = []
        for start, end, text in site.edits:
            found = self._span(start, end)
            if found is None:
                return None
            owner = self.texts[min(start, len(self.texts) - 1)]
            edits.append(Draft(*found, _written(owner, text)))
        return replace(site, start=span[0], end=span[1], edits=tuple(edits))

    def _span(self, start: int, end: int) -> tuple[int, int] | None:
        if start >= len(self.starts) or any(at < 0 for at in self.starts[start:end]):
            return None
        if start == end:
            return (self.starts[start], self.starts[start]) if self.starts[start] >= 0 else None
        if any(self.texts[index] is not self.texts[start] for index in range(start, end)):
            return None
        return self.starts[start], self.ends[end - 1]


def _written(text: TreeText, choice: Choice) -> Choice:
    return text.write(choice) if isinstance(choice, str) else (text.write(choice[0]), text.write(choice[1]))


@lru_cache(maxsize=4096)
def _scan(text: str) -> odata.Scan:
    return odata.scan(text, evidence=True)


class Strings(Constructors):
    """Texts and displays."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        super().__init__(programs, policy)
        self.nodes: dict[int, Node] = {}
        """By id of a display: its node."""
        self.displayed: dict[int, Node] = {}
        """By place of a dict display: its node."""
        self.nested: set[int] = set()
        """Ids of the displays that stand in another one."""
        self.prose: set[int] = set()
        """Ids of the literals that are read by people."""
        self.creations: list[tuple[int, tuple[int, ...]]] = []
        """Places of the bodies that create an extension, each with the places that its address has."""

    # composed texts

    def address(self, text: Text) -> Answer | None:
        """What a request to this address gives; None where the text is no address."""
        value = text.value
        if "/" not in value and not value.startswith("?"):
            return None
        scan = _scan(value)
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
        self.sites.add(file_of(place), replace(site, start=text.at(0), end=text.end, edits=edits))

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

    # displays

    def _display(self, node: ir.Display, frame: Frame) -> Values:
        free = id(node) not in self.argument_displays and id(node) not in self.nested
        for item in node.items:
            if isinstance(item.value, (ir.Display, ir.Dict)):
                self.nested.add(id(item.value))
            if free and isinstance(item.value, ir.Call):
                self.free.add(id(item.value))
        return super()._display(node, frame)

    def _dict(self, node: ir.Dict, frame: Frame) -> Values:
        for item in node.items:
            if isinstance(item.value, (ir.Display, ir.Dict)) and item.key is not None:
                self.nested.add(id(item.value))
                self.argument_displays.add(id(item.value))
        return super()._dict(node, frame)

    def note_display(self, node: ir.Display, values: list[Values], frame: Frame) -> None:
        """Keep a list's node; a list of its own is looked at for itself."""
        items = [self._node(item.value, held) for item, held in zip(node.items, values, strict=True)]
        tree = Node(NodeKind.ARRAY, node.start, node.end, items=items)
        self.nodes[id(node)] = tree
        if id(node) not in self.nested and not self.stack and any(item.kind is NodeKind.OBJECT for item in items):
            self._analyse(tree, frame)
        elif id(node) not in self.nested and not self.stack:
            self._name_list(tree, frame)

    def _name_list(self, tree: Node, frame: Frame) -> None:
        """A list of names that holds both an old name and its new one."""
        words = {str(item.value).partition("(")[0] for item in tree.items if item.kind is NodeKind.STRING}
        if words & catalogue.COLLECTIONS.keys() and words & catalogue.REPLACED.keys():
            self._analyse(tree, frame)

    def note_dict(self, node: ir.Dict, ref: Ref, found: list[tuple[Values, Values]], frame: Frame) -> None:
        """What a dict display says: the types of its values, what a query asks for, and the rules on objects."""
        self.type_by_keys(ref)
        for keys, values in found:
            for key in self.texts(keys):
                self._note_item(ref, key, values)
        self._note_request(ref)
        if not self.reporting or self.stack:
            return
        members = [self._member(item, *pair) for item, pair in zip(node.items, found, strict=True)]
        tree = Node(NodeKind.OBJECT, node.start, node.end, members=members)
        kinds = [kind for kind in self.typed(one(ref)) if kind.type is not None]
        if kinds:
            tree.place = min(str(kind.type) for kind in kinds)
        for kind in kinds:
            self.sites.union([ref.place, *kind.places])
        beside = {text.value for text in self.texts(self.read(("beside", ref)))}
        if len(beside) == 1:
            tree.beside = beside.pop()
        self.nodes[id(node)] = tree
        self.displayed[ref.place] = tree
        if id(node) not in self.nested:
            self._analyse(tree, frame)

    def _member(self, item: ir.Item, keys: Values, values: Values) -> TreeMember:
        """An item of a dict display; its key is "" where it is not known."""
        tree = self._node(item.value, values)
        texts = self.texts(keys)
        if len(texts) != 1:
            return TreeMember("", item.start, item.end, None, tree)
        key = texts[0]
        text = item.key.text if isinstance(item.key, ir.String) else None
        if text is None and key.value in catalogue.COLLECTIONS and key.literal >= 0:
            self.use_key(key, catalogue.COLLECTIONS[key.value])
        return TreeMember(key.value, item.start, item.end, text, tree)

    def _note_request(self, ref: Ref) -> None:
        """A request that is written as a dict, as a `$batch` holds them: its address and its body belong together."""
        urls = self.texts(self.read(("item", ref, "url")))
        bodies = self.read(("item", ref, "body"))
        methods = {text.value.lower() for text in self.texts(self.read(("item", ref, "method")))}
        for url in urls if bodies and methods else ():
            answer = self.address(url)
            if answer is None or answer.type is None:
                continue
            for value in bodies:
                if isinstance(value, Ref) and methods == {"post"} and answer.many:
                    self.note_creation(value, answer)
            if self.reporting:
                self.sites.union([*answer.places, *self.sites_in([bodies])])

    def _note_item(self, ref: Ref, key: Text, values: Values) -> None:
        prop = catalogue.COLLECTIONS.get(key.value)
        places = frozenset((key.literal,)) if key.literal >= 0 else NOWHERE
        if prop is not None:
            for value in values:
                if isinstance(value, Ref):
                    self.type_contents(value, one(Many(prop.type, sdk=False, places=places)))
            if self.reporting and key.literal >= 0:
                self.sites.union([key.literal, *self.sites_in([values])])
        if key.value == catalogue.EXTENSION_FIELD:
            stages = self.read(("item", ref, catalogue.STAGE_FIELD))
            for value in values:
                if isinstance(value, Ref):
                    self.add(("beside", value), stages)
        if key.value.removeprefix("$") in _OPTIONS and key.value.startswith("$"):
            self.ask(values)

    def assign_item(self, target: ir.Subscript, values: Values, frame: Frame) -> None:
        """Also: an extension that is put beside a stage, or a stage beside an extension."""
        super().assign_item(target, values, frame)
        for value in self.evaluate(target.base, frame):
            if isinstance(value, Ref) and value.kind == "dict":
                for key in self.texts(self.read(("keys", value))):
                    self._note_item(value, key, self.read(("item", value, key.value)))

    def _explain(self, tree: Node, frame: Frame) -> None:
        """The literals of a display are explained by the rules on objects."""
        stack = [tree]
        while stack:
            node = stack.pop()
            texts = [node.text, *(member.text for member in node.members)]
            for text in texts:
                if text is not None and (start := self.literal_starts.get(id(text))) is not None:
                    self.handled.add(self.place(frame, start))
            stack += [*node.items, *(member.value for member in node.members)]

    def _node(self, node: ir.Expr, values: Values) -> Node:
        """The node of a value in a display."""
        match node:
            case ir.Dict() | ir.Display() if id(node) in self.nodes:
                return self.nodes[id(node)]
            case ir.String():
                return Node(NodeKind.STRING, node.start, node.end, node.text.value, node.text)
            case ir.Constant(value=value):
                if value is None:
                    return Node(NodeKind.NULL, 0, 0)
                kind = NodeKind.LITERAL if isinstance(value, bool) or value is ... else NodeKind.NUMBER
                return Node(kind if value is not ... else NodeKind.OPAQUE, 0, 0, value)
            case ir.Joined(parts=parts) if all(isinstance(part, ir.String) for part in parts):
                return Node(NodeKind.STRING, node.start, node.end, "".join(part.text.value for part in parts))  # type: ignore[attr-defined]
        texts = self.texts(values)
        if len(texts) == 1 and HOLE not in texts[0].value:
            return Node(NodeKind.STRING, 0, 0, texts[0].value)
        return Node(NodeKind.OPAQUE, 0, 0, effect=has_effect(node))

    def _dialect(self, file: int) -> Dialect:
        return _PASCAL if file in self.pascal else _DIALECT

    def _analyse(self, tree: Node, frame: Frame) -> None:
        text = self.programs[frame.file].text
        self._explain(tree, frame)
        found = shapes.analyse(
            tree, text, place=tree.place, evidence=self.evidence(frame.file), dialect=self._dialect(frame.file)
        )
        self._take(found, frame)

    def _take(self, found: shapes.Found, frame: Frame) -> None:
        for site in found.sites:
            self.sites.add(frame.file, replace(site, sources=()))
        for first, second in found.links:
            places = (self.place(frame, found.sites[first].start), self.place(frame, found.sites[second].start))
            self.sites.union(places)

    # CEX303

    def note_creation(self, body: Ref | Text, answer: Answer) -> None:
        """A body that creates an extension must name its type."""
        if not self.reporting or answer.type not in {catalogue.EXTENSION.name, catalogue.CALLOUT_EXTENSION.name}:
            return
        linked = tuple(answer.places | answer.asks)
        if isinstance(body, Text):
            self.creations.append((body.literal, linked))
        elif not any(text.value == TYPE_KEY for text in self.texts(self.read(("keys", body)))):
            self.creations.append((body.place, linked))

    def create_bodies(self) -> None:
        """Record the bodies that lack their type, once all displays are known."""
        for place, linked in self.creations:
            file = file_of(place)
            tree = self.displayed.get(place)
            text = self.programs[file].text
            if place in self.literals:
                site = _text_body(self.literals[place].text)
            elif tree is not None:
                site = shapes.create_body(tree, text, _DIALECT)
            elif place < 0 or not text.startswith("dict", offset_of(place)):
                continue
            else:
                start = offset_of(place)
                site = residual(catalogue.CREATE_BODY, start, start + len("dict"), text[start : start + 4], "body-call")
                site = replace(site, context=catalogue.EXTENSION.name)
            if site is not None:
                self.sites.add(file, site)
                self.sites.union([place, *linked])

    # prose

    def note_prose(self, node: ir.Expr) -> None:
        """The message of an exception or assertion."""
        stack: list[Any] = [node]
        while stack:
            item = stack.pop()
            if isinstance(item, ir.String):
                self.prose.add(id(item))
            elif isinstance(item, ir.Call):
                stack += [argument.value for argument in item.args]
            elif isinstance(item, ir.Joined):
                stack += item.parts
            elif isinstance(item, ir.Binary):
                stack += [item.left, item.right]

    def note_printed(self, arguments: Arguments) -> None:
        """What is printed is read by people."""
        if arguments.node is not None:
            for item in arguments.node.args:
                if isinstance(item.value, (ir.String, ir.Joined, ir.Binary)):
                    self.note_prose(item.value)

    def note_call(self, node: ir.Call, functions: Values, arguments: Arguments, frame: Frame) -> None:
        """Keywords of calls of what the run does not define, and messages of loggers."""
        callee = node.function
        word = callee.name if isinstance(callee, ir.Attribute) else callee.id if isinstance(callee, ir.Name) else ""
        if word in _LOGGERS:
            self.note_printed(arguments)
        for item in node.args:
            if item.name in _OPTIONS:
                self.ask(arguments.keywords.get(item.name, UNKNOWN))
        unknown = not functions or any(isinstance(value, External) for value in functions)
        if not unknown:
            return
        self._both_arguments(arguments)
        for item in node.args:
            if item.name is not None:
                self._unknown_keyword(item, functions, arguments, frame)

    def _both_arguments(self, arguments: Arguments) -> None:
        """A call with the old name and the new one has bridged them (migration.md, 3.6)."""
        given = {text.value: text for values in arguments.positional for text in self.texts(values)}
        for new in given.keys() & catalogue.REPLACED.keys():
            old = catalogue.REPLACED[new]
            if old.name in given and self.reporting:
                self.blocked.append((given[old.name].literal, old.rule or "", "both"))

    def _unknown_keyword(self, item: ir.Item, functions: Values, arguments: Arguments, frame: Frame) -> None:
        name = item.name or ""
        snake = {names.snake(word): word for word in catalogue.COLLECTIONS}
        graph_name = name if name in catalogue.COLLECTIONS else snake.get(name)
        if graph_name is None:
            return
        if graph_name != name and not any(self._is_mock(value) for value in functions):
            return
        if not names.is_distinctive(graph_name) and not self.evidence(frame.file):
            return
        prop = catalogue.COLLECTIONS[graph_name]
        place = self._collection_keyword(prop, item, frame, arguments)
        self._link_values(place, arguments.keywords.get(name, UNKNOWN))
        for value in arguments.keywords.get(name, UNKNOWN):
            if isinstance(value, Ref):
                self.type_contents(value, one(Many(prop.type, sdk=False, places=frozenset((place,)))))

    def update_keyword(self, value: Value, name: str, arguments: Arguments, frame: Frame) -> None:
        """`x.update(name=…)`: a keyword that is a key."""
        item = self._keyword(arguments.node, name)
        if item is not None and name in catalogue.COLLECTIONS and self._is_key(one(value), name, frame):
            place = self._collection_keyword(catalogue.COLLECTIONS[name], item, frame, arguments)
            self._link_values(place, arguments.keywords[name])

    @staticmethod
    def _is_mock(value: Value) -> bool:
        return isinstance(value, External) and ("Mock" in value.name or value.name.endswith("SimpleNamespace"))

    def read_text_name(self, base: Values, name: str, text: Text, frame: Frame, owner: ir.Expr | None) -> Values:
        """An attribute that a literal names."""
        literal = self.literals[text.literal].text
        index = text.value.find(name)
        start = literal.at(index)
        before = self.sites.found.copy() if self.reporting else {}
        result = self.read_name(base, name, start, frame, owner)
        if self.reporting and file_of(text.literal) == frame.file and self.sites.found.keys() != before.keys():
            self.handled.add(text.literal)
            self.sites.union([text.literal, self.place(frame, start)])
        elif self.reporting and _is_foreign_attribute(self, base):
            self.denied.add(text.literal)
        return result

    # what is left

    def scan_rest(self) -> None:
        """Look at the literals that no construct has explained."""
        for file, program in enumerate(self.programs):
            frame = Frame(file, None, None, {})
            for string in program.strings:
                place = self.place(frame, string.start)
                if place in self.handled or place in self.denied:
                    if place in self.type_tests:
                        self._type_test(string, file)
                    continue
                if place in self.type_tests:
                    self._type_test(string, file)
                elif string.start in program.docstrings or id(string) in self.prose:
                    self._mention(string, file)
                else:
                    self._scan_string(string, frame, query=place in self.query_literals)

    def _type_test(self, string: ir.String, file: int) -> None:
        row = catalogue.EXTENSION
        start = string.text.at(len(string.text.value) - len(row.name))
        site = residual(row.rule or "", start, string.text.end, row.name, "type-test", context=row.name)
        self.sites.found.pop((file, start, row.rule or ""), None)
        self.sites.add(file, site)

    def _mention(self, string: ir.String, file: int) -> None:
        for start, end, word in odata.mentions(string.text.value, evidence=self.evidence(file)):
            self.sites.add(file, string.text.lift(shapes.mention_site(start, end, word)))

    def _scan_string(self, string: ir.String, frame: Frame, *, query: bool) -> None:
        self._scan_text(string.text, frame, query=query)

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
        if query and len(found.sites) == 1 and found.sites[0].collection is not None:
            found.sites[0] = replace(found.sites[0], query=True)
        self._take(found, frame)


def _text_body(text: TreeText) -> Site | None:
    """The site of a body that is JSON text."""
    try:
        root = jsontext.read(text.value).root
    except jsontext.ReadError:
        return None
    site = shapes.create_body(root, text.value)
    return text.lift(site) if site is not None else None


def _is_foreign_attribute(strings: Strings, base: Iterable[Value]) -> bool:
    values = list(base)
    return bool(values) and all(strings._is_foreign(value) for value in values)  # noqa: SLF001
