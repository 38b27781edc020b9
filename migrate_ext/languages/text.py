"""Any other text file: deprecated words are mentioned, nothing is rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.core.model import Facts
from migrate_ext.graph import odata
from migrate_ext.graph.shapes import mention_site

if TYPE_CHECKING:
    from migrate_ext.core.source import Source


def extract(source: Source) -> Facts:
    """The mentions of a text; a binary file, told by its zero bytes, has none."""
    text = source.text
    if "\0" in text:
        return Facts(source.path, "text")
    found = odata.mentions(text, evidence=odata.shows_evidence(text))
    return Facts(source.path, "text", tuple(mention_site(start, end, word) for start, end, word in found))
