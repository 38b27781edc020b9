"""YAML files: each document stands for itself."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from migrate_ext.core.model import Draft, Facts
from migrate_ext.core.suppressions import MARKER
from migrate_ext.graph import removal
from migrate_ext.graph.objects import Dialect
from migrate_ext.graph.tree import NodeKind
from migrate_ext.languages.documents.collect import Collector
from migrate_ext.languages.documents.json_files import is_candidate
from migrate_ext.languages.documents.payload import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from migrate_ext.core.source import Source
    from migrate_ext.graph.tree import Node

_BLANKS = " \t"
_LINE_ENDS = "\r\n"
_START = re.compile(r"^---(?=[ \t\r\n]|\Z)", re.MULTILINE)
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")


class YamlDialect(Dialect):
    """How YAML writes objects: in blocks, or in brackets as JSON does."""

    def drop(self, text: str, node: Node, indices: Sequence[int]) -> list[Draft]:
        """The edits that remove members of a mapping or items of a sequence."""
        if node.value:
            return super().drop(text, node, indices)
        if node.kind is NodeKind.OBJECT:
            return _drop_lines(text, [(member.start, member.end) for member in node.members], indices, "{}")
        return _drop_lines(text, [(_dash(text, start), end) for start, end in node.outer], indices, "[]")

    def insert_first(self, text: str, node: Node, key: str, value: str) -> Draft:
        """The edit that makes a string the first member of a mapping."""
        if node.value or not node.members:
            return super().insert_first(text, node, key, value)
        at = node.members[0].start
        start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        ending = "\r\n" if "\r\n" in text else "\n"
        quote = text[at] if text[at] in "\"'" else '"'
        return Draft(at, at, f"{quote}{key}{quote}: {quote}{value}{quote}{ending}{' ' * (at - start)}")


DIALECT = YamlDialect(removal.HASH, pascal=True)


def _dash(text: str, at: int) -> int:
    """The `-` before an item of a block sequence."""
    found = text.rfind("-", 0, at)
    return found if found >= 0 and not text[found + 1 : at].strip() else at


def _drop_lines(text: str, spans: Sequence[tuple[int, int]], drop: Sequence[int], empty: str) -> list[Draft]:
    """Remove items of a block, each with its lines; the next takes the place of one that stands after `- `."""
    edits: list[Draft] = []
    if len(drop) == len(spans):
        first = min(drop)
        edits.append(Draft(*spans[first], empty))
        drop = [index for index in drop if index != first]
    inline = -2
    for index in drop:
        start, end = spans[index]
        line = start
        while line > 0 and text[line - 1] in _BLANKS:
            line -= 1
        alone = (line == 0 or text[line - 1] in _LINE_ENDS) and inline != index - 1
        stop = _line_end(text, end)
        following = spans[index + 1][0] if index + 1 < len(spans) else None
        if alone:
            edits.append(Draft(line, _past_line_end(text, stop), ""))
        elif following is not None and not text[stop:following].strip():
            edits.append(Draft(start, following, ""))
            inline = index
        else:
            edits.append(Draft(line, stop, ""))
    return edits


def _line_end(text: str, at: int) -> int:
    while at < len(text) and text[at] not in _LINE_ENDS:
        at += 1
    return at


def _past_line_end(text: str, at: int) -> int:
    return at + 2 if text.startswith("\r\n", at) else min(at + 1, len(text))


def extract(source: Source, *, evidence: bool = False) -> Facts:
    """The facts of a YAML file; `evidence` where something else shows that its names are Graph's."""
    found = Collector(source, "yaml")
    text = source.text
    if not is_candidate(text) and MARKER not in text:
        return found.facts()
    from migrate_ext.languages.documents import yaml_tree

    for start, end in _documents(text):
        if not is_candidate(text[start:end]) and MARKER not in text[start:end]:
            continue
        try:
            document = yaml_tree.read(text, start, end)
        except yaml_tree.YamlError:
            found.unreadable(start, end)
            continue
        if document.root is not None:
            found.take(analyse(document.root, text, DIALECT, evidence=evidence))
        found.comments(_comments(text, start, end, document.scalars))
    return found.facts()


def _documents(text: str) -> Iterator[tuple[int, int]]:
    starts = [match.start() for match in _START.finditer(text)]
    # what stands before the first marker may be directives, which belong to the document after it
    if not starts or any(line.strip() and line[0] not in "#%" for line in text[: starts[0]].splitlines()):
        starts.insert(0, 0)
    else:
        starts[0] = 0
    yield from zip(starts, [*starts[1:], len(text)], strict=True)


def _comments(text: str, start: int, end: int, scalars: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    spans = sorted(scalars)
    begins = [span[0] for span in spans]
    for match in _COMMENT.finditer(text, start, end):
        index = bisect.bisect_right(begins, match.start()) - 1
        if index < 0 or match.start() >= spans[index][1]:
            yield match.span()
