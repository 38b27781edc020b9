"""Displays of lists and dicts as the trees that the rules on objects look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.graph import catalogue, jsontext, shapes
from migrate_ext.graph.objects import FOREIGN
from migrate_ext.graph.tree import Member as TreeMember
from migrate_ext.graph.tree import Node, NodeKind
from migrate_ext.graph.tree import Text as TreeText
from migrate_ext.languages.python import ir
from migrate_ext.solver.composed import _DIALECT, Composed
from migrate_ext.solver.construct import has_effect
from migrate_ext.solver.reads import TYPE_KEY
from migrate_ext.solver.sites import residual
from migrate_ext.solver.values import (
    HOLE,
    NOWHERE,
    Answer,
    Many,
    Ref,
    Text,
    Values,
    file_of,
    offset_of,
    one,
)
from migrate_ext.solver.writes import QUERY_OPTIONS

if TYPE_CHECKING:
    from migrate_ext.core.model import Policy, Site
    from migrate_ext.solver.state import Frame


class Displays(Composed):
    """List and dict displays, and the bodies that they are."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        super().__init__(programs, policy)
        self.nodes: dict[int, Node] = {}
        """By id of a display: its node."""
        self.displayed: dict[int, Node] = {}
        """By place of a dict display: its node."""
        self.nested: set[int] = set()
        """Ids of the displays that stand in another one."""
        self.keys: dict[int, list[tuple[int, int]]] = {}
        """By place of a dict display: the spans of its keys."""
        self.creations: list[tuple[int, tuple[int, ...]]] = []
        """Places of the bodies that create an extension, each with the places that its address has."""

    # displays

    def _display(self, node: ir.Display, frame: Frame) -> Values:
        for item in node.items:
            if isinstance(item.value, (ir.Display, ir.Dict)):
                self.nested.add(id(item.value))
        if node.kind != "tuple":  # whose items may be of a narrower type than the declared one
            self._note_free(node)
        return super()._display(node, frame)

    def _note_free(self, node: ir.Display | ir.Dict) -> None:
        """Note the calls in a list or dict that is neither an argument nor a member."""
        if id(node) not in self.argument_displays and id(node) not in self.nested:
            self.free |= {id(item.value) for item in node.items if isinstance(item.value, ir.Call)}

    def _dict(self, node: ir.Dict, frame: Frame) -> Values:
        for item in node.items:
            if isinstance(item.value, (ir.Display, ir.Dict)) and item.key is not None:
                self.nested.add(id(item.value))
                self.argument_displays.add(id(item.value))
        self._note_free(node)
        return super()._dict(node, frame)

    def note_display(self, node: ir.Display, values: list[Values], frame: Frame) -> None:
        """Keep a list's node; a list of its own is looked at for itself."""
        items = [self._node(item.value, held) for item, held in zip(node.items, values, strict=True)]
        spans = [(item.start, item.end) for item in node.items]
        tree = Node(NodeKind.ARRAY, node.start, node.end, items=items, outer=spans, pair=node.kind == "tuple")
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
        self.keys[self.place(frame, node.start)] = [(item.start, item.key_end) for item in node.items if item.key_end]
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
        if tree.kind is NodeKind.OPAQUE and key.value in catalogue.COLLECTIONS and self.defeat(values, key.value):
            tree.place = FOREIGN
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
        if key.value.removeprefix("$") in QUERY_OPTIONS and key.value.startswith("$"):
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
            case ir.Constant(value, start, end):
                if value is None:
                    return Node(NodeKind.NULL, 0, 0)
                kind = NodeKind.LITERAL if isinstance(value, bool) or value is ... else NodeKind.NUMBER
                return Node(kind if value is not ... else NodeKind.OPAQUE, start, end, value)
            case ir.Joined(parts=parts):
                literals = [part.text.value for part in parts if isinstance(part, ir.String)]
                if len(literals) == len(parts):
                    return Node(NodeKind.STRING, node.start, node.end, "".join(literals))
        texts = self.texts(values)
        if len(texts) == 1 and HOLE not in texts[0].value:
            return Node(NodeKind.STRING, 0, 0, texts[0].value)
        return Node(NodeKind.OPAQUE, 0, 0, effect=has_effect(node))

    def _analyse(self, tree: Node, frame: Frame) -> None:
        text = self.programs[frame.file].text
        self._explain(tree, frame)
        found = shapes.analyse(
            tree, text, place=tree.place, evidence=self.evidence(frame.file), dialect=self._dialect(frame.file)
        )
        self._take(found, frame)

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
                site = site._replace(context=catalogue.EXTENSION.name)
            if site is not None:
                self.sites.add(file, site)
                self.sites.union([place, *linked])


def _text_body(text: TreeText) -> Site | None:
    """The site of a body that is JSON text."""
    try:
        root = jsontext.read(text.value).root
    except jsontext.ReadError:
        return None
    site = shapes.create_body(root, text.value)
    return text.lift(site) if site is not None else None
