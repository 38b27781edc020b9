"""A text that is put together from literals and constants, and where its parts stand in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.core.model import Choice, Draft, Site
from migrate_ext.graph.found import Found
from migrate_ext.graph.tree import Text

if TYPE_CHECKING:
    from migrate_ext.graph.urls import Scan


@dataclass(slots=True)
class Composite:
    """A text that is put together from literals.

    Each character knows where it stands in the file, or that it does not (-1).
    """

    chars: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    constants: dict[tuple[int, int], int] = field(default_factory=dict)
    """By span: the place of the literal that gives this part as a whole."""

    def literal(self, text: Text, first: int = 0, last: int | None = None) -> None:
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
        self.texts += [Text("", -1)] * len(value)

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
        return site._replace(start=span[0], end=span[1], edits=tuple(edits))

    def found(self, scan: Scan) -> Found:
        """What was found in the whole text, where it stands; a word that does not stand in one part is left out."""
        lifted = [self.lift(site) for site in scan.sites]
        kept = {index: at for at, index in enumerate(i for i, site in enumerate(lifted) if site is not None)}
        found = Found()
        for site in lifted:
            if site is not None:
                sources = tuple(kept[one] for one in site.sources if one in kept)
                found.sites.append(site._replace(sources=sources))
        found.links = [(kept[first], kept[second]) for first, second in scan.links if {first, second} <= kept.keys()]
        return found

    def _span(self, start: int, end: int) -> tuple[int, int] | None:
        if start >= len(self.starts) or any(at < 0 for at in self.starts[start:end]):
            return None
        if start == end:
            return (self.starts[start], self.starts[start]) if self.starts[start] >= 0 else None
        if any(self.texts[index] is not self.texts[start] for index in range(start, end)):
            return None
        return self.starts[start], self.ends[end - 1]


def _written(text: Text, choice: Choice) -> Choice:
    return text.write(choice) if isinstance(choice, str) else (text.write(choice[0]), text.write(choice[1]))
