"""Findings where the client shows them: diagnostics and hovers."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from migrate_ext.editor.documents import closed
from migrate_ext.graph import catalogue
from migrate_ext.graph.catalogue import RULES
from migrate_ext.reports.explain import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from migrate_ext.core.finding import Related
    from migrate_ext.editor.documents import Document
    from migrate_ext.editor.workspace import Found, Look

SOURCE = "migrate-ext"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}


class Shown(NamedTuple):
    """A finding and its place in what the client has open."""

    found: Found
    location: types.Location


def shown(look: Look, document: Document) -> list[Shown]:
    """The findings of a document; of a broken one those outside the part that has changed since it was readable."""
    found = look.found.get(document.path, ())
    spans: Iterable[tuple[int, int] | None] = ((one.verdict.site.start, one.verdict.site.end) for one in found)
    if document.path in look.broken and look.run is not None:
        move = _moved(look.run.sources[document.path].text, document.text)
        spans = (move(one.verdict.site.start, one.verdict.site.end) for one in found)
    return [Shown(one, document.place(*span)) for one, span in zip(found, spans, strict=True) if span is not None]


def _moved(old: str, new: str) -> Callable[[int, int], tuple[int, int] | None]:
    """Where spans of an old text are in a new one; None for those that touch what is different."""
    shorter = min(len(old), len(new))
    before = bisect.bisect_left(range(1, shorter + 1), True, key=lambda size: old[:size] != new[:size])  # noqa: FBT003
    after = bisect.bisect_left(
        range(1, shorter - before + 1),
        True,  # noqa: FBT003
        key=lambda size: old[len(old) - size :] != new[len(new) - size :],
    )

    def move(start: int, end: int) -> tuple[int, int] | None:
        if end <= before:
            return start, end
        if start >= len(old) - after:
            return start + len(new) - len(old), end + len(new) - len(old)
        return None

    return move


def diagnostic(one: Shown, look: Look, documents: Mapping[str, Document], encoding: str) -> types.Diagnostic:
    """A finding as a client lists it."""
    finding = one.found.finding
    related = [_related(place, look, documents, encoding) for place in finding.related]
    return types.Diagnostic(
        range=one.location.range,
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(finding.url),
        source=SOURCE,
        tags=_tags(finding.code),
        related_information=[place for place in related if place is not None],
    )


def _tags(code: str) -> list[types.DiagnosticTag]:
    if code == catalogue.UNUSED_SUPPRESSION:
        return [types.DiagnosticTag.Unnecessary]
    return [] if code == catalogue.UNPARSABLE else [types.DiagnosticTag.Deprecated]


def _related(
    place: Related, look: Look, documents: Mapping[str, Document], encoding: str
) -> types.DiagnosticRelatedInformation | None:
    source = look.run.sources.get(place.path) if look.run is not None else None
    if source is None or place.path in look.broken:
        return None
    document = documents.get(place.path) or closed(place.path, source, encoding)
    start, end = (source.offset(at.line, at.column) for at in place.range)
    return types.DiagnosticRelatedInformation(document.place(start, end), place.message)


def hover(one: Shown) -> types.Hover:
    """What is wrong, what to do, and the rule's explanation."""
    finding = one.found.finding
    title = f"**{finding.code} {finding.name}**: {finding.message}"
    text = "\n\n".join((title, *([finding.help] if finding.help else []), markdown(RULES[finding.code])))
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), one.location.range)


def at(found: list[Shown], uri: str, place: types.Range) -> list[Shown]:
    """Those that a range touches."""
    return [
        one
        for one in found
        if one.location.uri == uri and one.location.range.start <= place.end and place.start <= one.location.range.end
    ]
