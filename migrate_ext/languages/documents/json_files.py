"""JSON, JSONC, JSON5 and NDJSON files."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from migrate_ext.core.suppressions import MARKER
from migrate_ext.graph import jsontext, odata, removal, shapes
from migrate_ext.graph.names import candidate_words
from migrate_ext.graph.objects import Dialect
from migrate_ext.languages.documents.bulk import LARGE, Bulk
from migrate_ext.languages.documents.collect import Collector
from migrate_ext.languages.documents.payload import analyse, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from migrate_ext.core.model import Facts
    from migrate_ext.core.source import Source

DIALECT = Dialect(removal.SLASHES, pascal=True)
_LINE = re.compile(r"[^\r\n]+")
_ESCAPES = ("\\u00", "\\x")


@cache
def _candidates() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, candidate_words())))


def is_candidate(text: str) -> bool:
    """Whether a text can hold anything to report; an escape may hide a word."""
    return _candidates().search(text) is not None or any(escape in text for escape in _ESCAPES)


def extract(source: Source, *, lines: bool, evidence: bool = False) -> Facts:
    """The facts of a JSON file; with `lines`, each line is a document of its own.

    `evidence` is given where something else shows that its names are Graph's.
    """
    found = Collector(source, "json")
    text = source.text
    if not is_candidate(text) and MARKER not in text:
        return found.facts()
    for start, end in _payloads(text) if lines else ((0, len(text)),):
        if lines and not is_candidate(text[start:end]):
            continue
        _payload(found, start, end, evidence=evidence)
    return found.facts()


def _payloads(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        if match[0].strip():
            yield match.span()


def _payload(found: Collector, start: int, end: int, *, evidence: bool) -> None:
    text = found.source.text
    bulk = Bulk(text) if end - start > LARGE and is_plain(text) else None
    try:
        if bulk is not None:
            reading = jsontext.read(text, records=bulk.records)
        elif start == 0 and end == len(text):
            reading = jsontext.read(text)
        else:
            reading = jsontext.read(text, start, whole=False)
            if reading.end > end or text[reading.end : end].strip():
                found.unreadable(start, end)
                return
    except jsontext.ReadError:
        found.unreadable(start, end)
        return
    if bulk is not None:
        # records that were passed over may hold the evidence
        evidence = evidence or odata.shows_evidence(text)
        part = shapes.analyse(reading.root, text, evidence=evidence, dialect=DIALECT)
        part.absorb(bulk.found)
        part.join_annotations()
        found.take(part)
    else:
        found.take(analyse(reading.root, text, DIALECT, evidence=evidence))
    found.comments(reading.comments)
