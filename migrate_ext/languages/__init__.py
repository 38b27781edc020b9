"""Which extractor reads which kind of file; each is imported only when a file of its kind has to be analysed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from migrate_ext.core.model import Facts
    from migrate_ext.core.source import Source

PYTHON, DOCUMENT, TEXT = "python", "document", "text"
"""The kinds of files."""

KIND_OF_SUFFIX = {
    **dict.fromkeys((".py", ".pyi", ".pyw"), PYTHON),
    **dict.fromkeys((".json", ".jsonc", ".json5", ".ndjson", ".jsonl", ".webmanifest", ".code-workspace"), DOCUMENT),
    **dict.fromkeys((".ipynb", ".har", ".postman_collection", ".yaml", ".yml", ".http", ".rest"), DOCUMENT),
}
"""Kind of a file by the end of its name; any other file is Python with a shebang that says so, else text."""


def kind_of_name(path: str) -> str | None:
    """The kind of a file as far as its name tells."""
    dot = path.rfind(".")
    return KIND_OF_SUFFIX.get(path[dot:].lower()) if dot > path.rfind("/") else None


def extractor(kind: str) -> Callable[[Source], Facts]:
    """The pure function that finds the facts of a file of this kind."""
    if kind == PYTHON:
        from migrate_ext.languages import python

        return python.extract
    if kind == DOCUMENT:
        from migrate_ext.languages import documents

        return documents.extract
    from migrate_ext.languages import text

    return text.extract
