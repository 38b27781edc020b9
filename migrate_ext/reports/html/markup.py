"""Texts as markup: whatever a scanned file is called or holds, a browser takes it for text."""

from __future__ import annotations

import hashlib
import html
from typing import TYPE_CHECKING

from migrate_ext.reports import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migrate_ext.reports.preview import Piece

LEVELS = ("safe", "unsafe", "manual")

_KEPT = 80
"""How much is kept of an unchanged part of a line next to what changes."""


def text(value: str) -> str:
    """A text in an element or a quoted attribute; characters that change how others are shown become visible."""
    return html.escape(words.escape(value))


def code(value: str) -> str:
    """A piece of source: as `text`, but tabs stay."""
    return "\t".join(map(text, value.split("\t")))


def link(url: str, label: str) -> str:
    """A link to another site; the plain label where the address, which a saved report may hold, is no web page."""
    if not url.startswith("https://"):
        return label
    return f'<a href="{text(url)}" rel="noopener noreferrer">{label}</a>'


def place_of(name: str) -> str:
    """Where the findings of a repository stand on the page."""
    return f"repository-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def line(pieces: Iterable[Piece]) -> str:
    """A line of source with its changed parts marked, unless all of it is, and long parts that stay shortened."""
    shown = [piece for piece in pieces if piece.text]
    if all(piece.changed for piece in shown):
        return "".join(code(piece.text) for piece in shown)
    return "".join(
        f"<mark>{code(piece.text)}</mark>"
        if piece.changed
        else code(_shortened(piece.text, first=not number, last=number + 1 == len(shown)))
        for number, piece in enumerate(shown)
    )


def _shortened(value: str, *, first: bool, last: bool) -> str:
    head = "" if first else value[:_KEPT]
    tail = "" if last else value[-_KEPT:]
    if first and last:
        head = value[: 2 * _KEPT]
    return value if len(value) <= 2 * _KEPT + 1 else f"{head}…{tail}"


def bar(counts: Mapping[str, int], full: int) -> str:
    """A bar of stacked parts, one for each kind; `full` is the count that fills the width."""
    rectangles, at = [], 0.0
    for kind, count in counts.items():
        if count:
            width = 100 * count / max(full, 1)
            rectangles.append(f'<rect class="{kind.replace(" ", "-")}" x="{at:.2f}" width="{width:.2f}" height="8"/>')
            at += width
    label = words.counted(dict(counts))
    return (
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img">'
        f"<title>{label}</title>{''.join(rectangles)}</svg>"
    )
