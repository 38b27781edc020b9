"""Documents: trees of keys and values, each kind of file behind the same small view (`graph.tree`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

        return yaml_files.extract(source)
    if name.endswith(REQUEST_SUFFIXES):
        from migrate_ext.languages.documents import http_files

        return http_files.extract(source)
    if name.endswith(".ipynb"):
        from migrate_ext.languages.documents import notebooks

        return notebooks.extract(source)
    from migrate_ext.languages.documents import json_files

    return json_files.extract(source, lines=name.endswith(LINES_SUFFIXES))
