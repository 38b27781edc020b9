"""Documents: trees of keys and values, each kind of file behind the same small view (`graph.tree`)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from migrate_ext.core.model import Facts
    from migrate_ext.core.source import Source

YAML_SUFFIXES = (".yaml", ".yml")
REQUEST_SUFFIXES = (".http", ".rest")
LINES_SUFFIXES = (".ndjson", ".jsonl")


def extract(source: Source) -> Facts:
    """The facts of one document, read as the kind that its name says."""
    name = source.path.lower()
    if name.endswith(YAML_SUFFIXES):
        from migrate_ext.languages.documents import yaml_files

        return _with_assumed(source, yaml_files.extract)
    if name.endswith(REQUEST_SUFFIXES):
        from migrate_ext.languages.documents import http_files

        return http_files.extract(source)
    if name.endswith(".ipynb"):
        from migrate_ext.languages.documents import notebooks

        return notebooks.extract(source)
    from migrate_ext.languages.documents import json_files

    return _with_assumed(source, partial(json_files.extract, lines=name.endswith(LINES_SUFFIXES)))


def _with_assumed(source: Source, read: Callable[..., Facts]) -> Facts:
    """The facts of a document, and where it lacks evidence for one of its names, those that it has with some."""
    from migrate_ext.graph import odata

    facts = read(source)
    if odata.shows_evidence(source.text) or not odata.needs_evidence(source.text):
        return facts
    return replace(facts, assumed=read(source, evidence=True))
