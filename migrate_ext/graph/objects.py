"""Objects as the rules see them: their members in Graph's spelling, their Graph type, and how members are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migrate_ext.core.model import Draft
from migrate_ext.graph import catalogue, removal
from migrate_ext.graph.sites import graph_word, old_status
from migrate_ext.graph.tree import Member, Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrate_ext.graph.tree import Text

TYPE_KEY = "@odata.type"
FOREIGN = "?"
"""The kind of an object that is known to be none of ours."""

_MERGED = "AdditionalProperties"
_MERGE_KEY = "<<"
_PLAIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9 _-]*\Z")
_FILLED_IN = re.compile(r"\Z|[@$%<\[{\ufffc]|System\.")
"""Begins a string that stands for something else: a template, or what PowerShell writes below its depth."""
_STAGES = frozenset(member.name for member in catalogue.STAGE.members)
_MAX_DEPTH = 100


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a language writes objects."""

    comments: removal.Comments = removal.NO_COMMENTS
    pascal: bool = False
    """PascalCase keys and values are PowerShell's rendering of Graph's names."""
    at: str = ""
    """What stands before a key that begins with `@` (another `@` in a Logic App's definition)."""

    def carried(self) -> Dialect:
        """The dialect of JSON that is carried in a string of this one."""
        return Dialect(removal.SLASHES, self.pascal)

    def drop(self, text: str, node: Node, indices: Sequence[int]) -> list[Draft]:
        """The edits that remove members of an object or items of an array."""
        spans = node.outer or [(part.start, part.end) for part in node.members or node.items]
        edits = removal.remove(text, spans, indices, (node.start + 1, node.end - 1), self.comments)
        if node.pair and len(spans) - len(indices) == 1:
            kept = next(index for index in range(len(spans)) if index not in indices)
            return removal.with_comma(text, edits, (spans[kept][1], node.end - 1))
        return edits

    def insert_first(self, text: str, node: Node, key: str, value: str) -> Draft:
        """The edit that makes a string the first member of an object, laid out like the one that was first."""
        if not node.members:
            return Draft(node.start + 1, node.start + 1, f'"{key}": "{value}"')
        written = (member for member in node.members if member.text is not None)
        first = next(written, node.members[0])
        quote, colon = _quote(text, first), ": "
        if first.text is not None:
            key_end = first.text.end + (1 if text[first.start : first.start + 1] in "\"'" else 0)
            between = text[key_end : first.value.start]
            colon = between if between.strip() == ":" else colon
        at = node.members[0].start
        gap = text[node.start + 1 : at]
        if "\n" in gap or "\r" in gap:
            line = re.search(r"(?:\r\n|\r|\n)[ \t]*\Z", gap)
            gap = line[0] if line is not None else " "
        else:
            gap = " " if colon[-1:] in (" ", "\t") else ""
        return Draft(at, at, f"{quote}{key}{quote}{colon}{quote}{value}{quote},{gap}")


def _quote(text: str, member: Member) -> str:
    for at in (member.start, member.value.start):
        if text[at : at + 1] in ('"', "'"):
            return text[at]
    return '"'


@dataclass(frozen=True, slots=True)
class Field:
    """A member of an object in Graph's spelling."""

    member: Member
    name: str
    """Graph's spelling of the property; empty for an annotation of the object itself."""
    annotation: str
    """What follows the name from the `@` on."""
    symbol: str
    """The name as it is written."""
    container: Node
    index: int

    @property
    def text(self) -> Text:
        """The key as it stands in the text; raises ValueError where it does not stand there."""
        if self.member.text is None:
            raise ValueError(self.name)
        return self.member.text

    @property
    def length(self) -> int:
        """Length of the name in the decoded key."""
        return len(self.symbol)


def fields_of(node: Node, dialect: Dialect) -> list[Field]:
    """The members of an object, with those that it takes from elsewhere."""
    fields: list[Field] = []
    containers = [node]
    seen = {id(node)}
    while containers:
        container = containers.pop()
        for index, member in enumerate(container.members):
            key = member.key
            if key in (_MERGED, _MERGE_KEY):
                parts = [member.value, *member.value.items]
                parts = [part for part in parts if part.kind is NodeKind.OBJECT and id(part) not in seen]
                seen |= {id(part) for part in parts}
                containers += parts
                if parts:
                    continue
            fields.append(_field(member, key, container, index, dialect))
    return fields


def _field(member: Member, key: str, container: Node, index: int, dialect: Dialect) -> Field:
    if dialect.at and key.startswith(dialect.at + "@"):
        key = key[len(dialect.at) :]
    if key == TYPE_KEY:
        return Field(member, TYPE_KEY, "", TYPE_KEY, container, index)
    symbol, mark, rest = key.partition("@")
    name = graph_word(symbol, pascal_too=dialect.pascal).name
    return Field(member, name, mark + rest, symbol, container, index)


def kind_of(fields: Sequence[Field], place: str | None) -> str | None:
    """The Graph type of an object: by its own word, by its place, by its shape; `FOREIGN` where it is another's."""
    for item in fields:
        value = item.member.value.value
        if item.name == TYPE_KEY and isinstance(value, str):
            name = graph_word(value.rpartition(".")[2].lstrip("#"), pascal_too=True).name
            return name if name in catalogue.TYPES else FOREIGN
    if place is not None:
        return place
    return _shape(fields)


def _shape(fields: Sequence[Field]) -> str | None:
    values = {item.name: item.member.value for item in fields if not item.annotation}
    stage = values.get(catalogue.STAGE_FIELD)
    if is_handler(values):
        return catalogue.HANDLER.name
    if stage is not None and not _may_be_stage(stage):
        return None
    if catalogue.EXTENSION_ID_FIELD in values:
        others = {prop.name for prop in catalogue.INSTANCE.properties} - {catalogue.EXTENSION_ID_FIELD}
        return catalogue.INSTANCE.name if others & values.keys() else None
    status = values.get(catalogue.STATUS_FIELD)
    if catalogue.CORRELATION_FIELD in values and (is_old_status(status) or is_stage(stage)):
        return catalogue.INSTANCE.name
    return None


def is_handler(values: dict[str, Node]) -> bool:
    """Whether an object has the shape of a handler."""
    return catalogue.EXTENSION_FIELD in values and is_stage(values.get(catalogue.STAGE_FIELD))


def is_old_status(node: Node | None) -> bool:
    """Whether a value is a deprecated status."""
    return node is not None and isinstance(node.value, str) and old_status(node.value, pascal_too=True) is not None


def is_stage(node: Node | None) -> bool:
    """Whether a value is one of the six stages."""
    return node is not None and isinstance(node.value, str) and _camel(node.value) in _STAGES


def _may_be_stage(node: Node) -> bool:
    value = node.value
    if not isinstance(value, str) or is_stage(node) or _camel(value) == catalogue.FUTURE_VALUE:
        return True
    return _PLAIN_WORD.match(value) is None


def _camel(value: str) -> str:
    return value[:1].lower() + value[1:]


def known_stage(fields: Sequence[Field]) -> str | None:
    """The stage that an object names, where it is known."""
    for item in fields:
        if item.name == catalogue.STAGE_FIELD and not item.annotation and is_stage(item.member.value):
            return str(item.member.value.value)
    return None


def may_be(item: Node, type_name: str) -> bool:
    """Whether a value could be an object of a Graph type."""
    if item.kind in (NodeKind.OPAQUE, NodeKind.NULL):
        return True
    if item.kind is NodeKind.STRING:
        return _FILLED_IN.match(str(item.value)) is not None
    if item.kind is not NodeKind.OBJECT:
        return False
    if not item.members:
        return True
    names = {prop.name for prop in catalogue.TYPES[type_name].properties}
    fields = fields_of(item, Dialect(pascal=True))
    stage = next((one.member.value for one in fields if one.name == catalogue.STAGE_FIELD and not one.annotation), None)
    if stage is not None and not _may_be_stage(stage):
        return False
    return any(one.name in names or one.name == TYPE_KEY for one in fields)


def to_data(node: Node, text: str, depth: int = 0) -> object:
    """The plain value of a node; what is not known is given as its text."""
    if depth > _MAX_DEPTH:
        return text[node.start : node.end]
    if node.kind is NodeKind.OBJECT:
        return {str(member.key): to_data(member.value, text, depth + 1) for member in node.members}
    if node.kind is NodeKind.ARRAY:
        return [to_data(item, text, depth + 1) for item in node.items]
    if node.kind is NodeKind.OPAQUE:
        return text[node.start : node.end]
    return node.value


def strict(dialect: Dialect) -> Dialect:
    """The dialect without comments."""
    return replace(dialect, comments=removal.NO_COMMENTS)
