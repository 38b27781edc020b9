"""A text that is put together from literals, and where its parts stand in the file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from migrate_ext.core.model import Choice, Draft, Site
from migrate_ext.graph.tree import Text as TreeText

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from migrate_ext.solver.values import (
        Values,
    )

    Fill = Callable[[re.Match[str], int], Values | str]
    """Gives what stands in a place of a template, by its match and its number."""


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
