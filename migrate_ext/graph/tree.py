"""The small view of keys and values that every language gives to the rules on objects (`graph.shapes`).

JSON, YAML, notebooks, JSON inside a string and Python dict literals are all read into these nodes. Positions are
offsets in code points into the text that was read; `Text.lift` carries what was found inside a string out into the
text that holds the string.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from migrate_ext.core.model import Choice, Draft, Site

if TYPE_CHECKING:
    from collections.abc import Sequence


class NodeKind(enum.Enum):
    """What a value is."""

    OBJECT = "object"
    ARRAY = "array"
    STRING = "string"
    NUMBER = "number"
    LITERAL = "literal"
    """true, false and the like."""
    NULL = "null"
    OPAQUE = "opaque"
    """A value that is not known (an expression in Python, an alias in YAML)."""


@dataclass(slots=True)
class Text:
    """The decoded value of a string, and where each of its characters stands."""

    value: str
    start: int
    """Offset of the first character, after the opening quote."""
    offsets: Sequence[int] | None = None
    """Offset of each character and of the end, where escapes make them differ from `start + index`."""
    quote: str = ""
    """Characters that a text written here must escape with a backslash."""
    raw: bool = False
    """Nothing can be escaped here (a raw string, a block scalar)."""
    indent: str = ""
    """What every line of a raw text must begin with (a block scalar)."""
    line_end: str = ""
    """How a line ends where line ends and tabs may stand as they are (a triple-quoted string)."""

    def at(self, index: int) -> int:
        """The offset of the character at `index`; of the end for `len(value)`."""
        return self.start + index if self.offsets is None else self.offsets[index]

    @property
    def end(self) -> int:
        """Offset after the last character, before the closing quote."""
        return self.at(len(self.value))

    @property
    def plain(self) -> bool:
        """Whether no character is escaped."""
        return self.offsets is None or self.end - self.at(0) == len(self.value)

    def write(self, text: str) -> str:
        """`text` as it must be written inside this string."""
        if not self.quote or self.raw:
            return text.replace("\n", "\n" + self.indent) if self.indent else text
        escaped = "".join("\\" + char if char in self.quote else char for char in text)
        if self.line_end:
            return escaped.replace("\n", self.line_end)
        return escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")

    def lift(self, site: Site) -> Site:
        """A site found in `value`, with all its positions and new texts as they are in the text that holds it."""

        def written(choice: Choice) -> Choice:
            return self.write(choice) if isinstance(choice, str) else (self.write(choice[0]), self.write(choice[1]))

        return site._replace(
            start=self.at(site.start),
            end=self.at(site.end),
            edits=tuple(Draft(self.at(start), self.at(end), written(text)) for start, end, text in site.edits),
        )


@dataclass(slots=True)
class Node:
    """A value."""

    kind: NodeKind
    start: int
    end: int
    """Span of the whole value, quotes and brackets included."""
    value: Any = None
    """Decoded value of a string, number or literal."""
    text: Text | None = None
    """Of a string: where its characters stand; None where they cannot be edited."""
    members: list[Member] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    outer: list[tuple[int, int]] = field(default_factory=list)
    """Of an array: the spans of its items where these are not those of their values (parentheses, an alias)."""
    pair: bool = False
    """Of an array: where one item is left a comma must follow it (a tuple)."""
    effect: bool = False
    """Of an opaque value: leaving it out could change what the program does."""
    place: str | None = None
    """The Graph type that the value is known to have from elsewhere (where it is used in a program)."""
    beside: str | None = None
    """The stage that is known to stand beside the value, where it does not stand in the same object."""
    shared: bool = False
    """The value is used elsewhere too (a YAML anchor with aliases), so it cannot be left out here."""

    def get(self, key: str) -> Node | None:
        """The value of the last member with this key."""
        found = None
        for member in self.members:
            if member.key == key:
                found = member.value
        return found


@dataclass(slots=True)
class Member:
    """A key and its value in an object."""

    key: str
    start: int
    end: int
    """Span of the whole member, from its key to its value, without commas."""
    text: Text | None
    """Where the characters of the key stand; None where they cannot be edited."""
    value: Node
