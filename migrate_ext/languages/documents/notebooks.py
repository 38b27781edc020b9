"""Jupyter notebooks: where the text of each cell stands in the file.

The code cells of a notebook are one Python module, which the Python analyzer reads; what it finds in a cell is lifted
into the file by the cell. Outputs and attachments are neither reported nor changed.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migrate_ext.core.model import Choice, Draft, Edit, Facts, Site, Suppression
from migrate_ext.core.suppressions import MARKER
from migrate_ext.graph import jsontext, odata, removal
from migrate_ext.graph.found import mention_site, unparsable_site
from migrate_ext.graph.tree import Node, NodeKind, Text
from migrate_ext.languages import python
from migrate_ext.languages.documents.collect import Collector
from migrate_ext.languages.documents.json_files import is_candidate
from migrate_ext.languages.python.syntax import UnparsableError, check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrate_ext.core.source import Source

CODE, MARKDOWN = "code", "markdown"

_TRANSPARENT = frozenset({"time", "timeit", "capture", "prun", "memit", "debug"})
"""Cell magics whose cell is Python."""
_CELL_MAGIC = re.compile(r"\s*%%(\w+)")
_LINE_MAGIC = re.compile(
    r"(?P<before>[ \t]*+(?:[\w.,\[\] \t]++=[ \t]*+)?)"
    r"(?P<magic>[%!?][^\s=][^\r\n]*|[^#'\"\r\n]*[^\s#'\"]\?{1,2}[ \t]*$)"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a notebook."""

    number: int
    """From 1, over all cells."""
    kind: str
    """`code`, `markdown` or `raw`."""
    text: str
    """The decoded source."""
    source: Node
    """The string, or the array of strings, that holds it."""
    parts: tuple[Text, ...]
    """The strings of which `text` is made, in their order."""

    def at(self, index: int) -> int:
        """The offset in the file of a character of `text`."""
        part, begin = self._part(index)
        return part.at(index - begin)

    def _part(self, index: int) -> tuple[Text, int]:
        begin = 0
        for part in self.parts:
            if index < begin + len(part.value) or part is self.parts[-1]:
                return part, begin
            begin += len(part.value)
        raise IndexError(index)

    def lift(self, site: Site, container: str) -> Site:
        """A site found in `text`, with its positions and edits as they are in the file (whose text is `container`)."""
        end = self.at(site.end - 1) + 1 if site.end > site.start else self.at(site.start)
        part, begin = self._part(max(site.start, site.end - 1))
        if site.end > site.start and site.end - begin <= len(part.value):
            end = part.at(site.end - begin)
        edits = tuple(one for edit in site.edits for one in self.drafts(edit, container))
        return site._replace(start=self.at(site.start), end=end, edits=edits, cell=self.number)

    def drafts(self, edit: Draft, container: str) -> list[Draft]:
        """An edit of `text` as edits of the file: one in each string that it touches; a string left empty goes."""
        found: list[Draft] = []
        gone: list[int] = []
        begin = 0
        pending: Choice | None = edit.text
        for index, part in enumerate(self.parts):
            end = begin + len(part.value)
            first, last = max(edit.start, begin), min(edit.end, end)
            inserts = (edit.start == edit.end and begin <= edit.start < max(end, begin + 1)) or (
                edit.start == edit.end == end and part is self.parts[-1]
            )
            if first < last or (inserts and pending is not None):
                text = _written(part, pending) if pending is not None else ""
                if (first, last) == (begin, end) and not text and len(self.parts) > 1:
                    gone.append(index)
                else:
                    found.append(Draft(part.at(first - begin), part.at(max(first, last) - begin), text))
                pending = None
            begin = end
        if gone:
            spans = [(item.start, item.end) for item in self.source.items]
            inner = self.source.start + 1, self.source.end - 1
            found += removal.remove(container, spans, gone, inner, removal.NO_COMMENTS)
        return found


def _written(part: Text, text: Choice) -> Choice:
    return part.write(text) if isinstance(text, str) else (part.write(text[0]), part.write(text[1]))


def notebook_cells(text: str) -> list[Cell] | None:
    """The cells of a notebook; None where it is written in another language than Python.

    Raises `jsontext.ReadError` where the file cannot be read.
    """
    root = jsontext.read(text).root
    if root.kind is not NodeKind.OBJECT or not _is_python(root):
        return None
    found: list[Cell] = []
    cells = root.get("cells")
    for number, node in enumerate(cells.items if cells is not None else (), 1):
        kind, source = node.get("cell_type"), node.get("source")
        if kind is None or source is None:
            continue
        strings = source.items if source.kind is NodeKind.ARRAY else [source]
        parts = tuple(one.text for one in strings if one.text is not None and one.kind is NodeKind.STRING)
        if parts and len(parts) == len(strings):
            found.append(Cell(number, str(kind.value), "".join(part.value for part in parts), source, parts))
    return found


def _is_python(root: Node) -> bool:
    metadata = root.get("metadata")
    if metadata is None:
        return True
    for block, key in (("kernelspec", "language"), ("language_info", "name")):
        holder = metadata.get(block)
        value = holder.get(key) if holder is not None else None
        if value is not None and isinstance(value.value, str):
            return value.value.lower().startswith(("python", "ipython"))
    return True


def python_text(cell: str) -> str | None:
    """The source of a code cell as Python of the same length: magics and `!` lines become comments.

    None where a cell magic makes the cell another language.
    """
    magic = _CELL_MAGIC.match(cell)
    if magic is not None and magic[1] not in _TRANSPARENT:
        return None
    lines = cell.splitlines(keepends=True)
    continued = False
    for index, line in enumerate(lines):
        body = line.rstrip("\r\n")
        found = _LINE_MAGIC.match(body)
        if continued:
            masked = "#" * len(body)
        elif found is not None and len(body) - found.start("magic") > 1:
            # an expression, so that a block of nothing else stays a block
            masked = body[: found.start("magic")] + "0#" + body[found.start("magic") + 2 :]
        else:
            continue
        continued = body.endswith("\\")
        lines[index] = masked + line[len(body) :]
    return "".join(lines)


def extract(source: Source) -> Facts:
    """The mentions of a notebook's prose, and one CEX901 where it cannot be read; its code is the Python analyzer's."""
    found = Collector(source, "notebook")
    text = source.text
    if not is_candidate(text) and MARKER not in text:
        return found.facts()
    try:
        cells = notebook_cells(text) or []
    except jsontext.ReadError:
        found.unreadable(0, len(text))
        return found.facts()
    prose(found, cells)
    notebook, broken = _module(cells, text)
    for cell in broken:
        _unreadable_cell(found, cell)
    code = python.extract(replace(source, text=notebook.text, _starts=[]))
    found.sites += [notebook.lift(site) for site in code.sites]
    facts = found.facts()
    program = replace(code.program, notebook=notebook) if code.program is not None else None
    suppressions = tuple(notebook.lift_suppression(item) for item in code.suppressions)
    return replace(facts, program=program, suppressions=suppressions)


@dataclass(frozen=True, slots=True)
class Notebook:
    """The code cells of a notebook as one Python module."""

    text: str
    starts: tuple[int, ...]
    """Where each cell begins in `text`."""
    cells: tuple[Cell, ...]
    container: str
    """The text of the file."""

    def _cell(self, offset: int) -> tuple[Cell, int]:
        index = max(bisect.bisect_right(self.starts, offset) - 1, 0)
        return self.cells[index], self.starts[index]

    def lift(self, site: Site) -> Site:
        """A site of the module at its place in the file."""
        cell, base = self._cell(site.start)
        edits = tuple(Draft(start - base, end - base, text) for start, end, text in site.edits)
        inner = site._replace(start=site.start - base, end=site.end - base, edits=edits)
        return cell.lift(inner, self.container)

    def lift_suppression(self, item: Suppression) -> Suppression:
        """A suppression of the module at its place in the file."""
        cell, base = self._cell(item.start)
        size = len(cell.text)

        def at(offset: int) -> int:
            return cell.at(min(max(offset - base, 0), size))

        drafts = [Draft(start - base, min(end - base, size), text) for start, end, text in item.removal]
        removal_ = tuple(
            Edit(start, end, str(text)) for draft in drafts for start, end, text in cell.drafts(draft, self.container)
        )
        whole = item.first == 0 and item.last > len(self.text)
        first, last = (0, len(self.container) + 1) if whole else (at(item.first), at(item.last) + 1)
        return Suppression(at(item.start), at(item.end), first, last, item.codes, removal_)


def _module(cells: Sequence[Cell], container: str) -> tuple[Notebook, list[Cell]]:
    """The code cells as one module, and those that cannot be parsed."""
    pieces: list[str] = []
    starts: list[int] = []
    kept: list[Cell] = []
    broken: list[Cell] = []
    at = 0
    for cell in cells:
        code = python_text(cell.text) if cell.kind == CODE else None
        if code is None:
            continue
        try:
            check(code)
        except UnparsableError:
            broken.append(cell)
            continue
        piece = code if code.endswith(("\n", "\r")) else code + "\n"
        starts.append(at)
        kept.append(cell)
        pieces.append(piece)
        at += len(piece)
    return Notebook("".join(pieces), tuple(starts), tuple(kept), container), broken


def _unreadable_cell(found: Collector, cell: Cell) -> None:
    for start, end, word in odata.mentions(cell.text, evidence=odata.shows_evidence(cell.text)):
        found.sites.append(cell.lift(unparsable_site(start, end, word), found.source.text))
        return


def prose(found: Collector, cells: Sequence[Cell]) -> None:
    """Add the mentions of the cells that hold no code."""
    for cell in cells:
        if cell.kind == CODE:
            continue
        for start, end, word in odata.mentions(cell.text, evidence=True):
            found.sites.append(cell.lift(mention_site(start, end, word), found.source.text))
