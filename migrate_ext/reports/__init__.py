"""Formats: one module each, picked by name and imported only then."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from typing import TextIO

    from migrate_ext.core.report import Report

FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")
"""The formats; each is written by the module of its name."""


class Style(NamedTuple):
    """How a report for people may look."""

    color: bool = False
    links: bool = False
    width: int | None = None
    """Columns of the terminal; None in a pipe."""
    quiet: bool = False
    verbose: bool = False
    statistics: bool = False
    arguments: str = ""
    """The paths and options of the run as one would type them again."""


class Writer(Protocol):
    """What a format's module provides as `write`."""

    def __call__(self, report: Report, stream: TextIO, style: Style) -> None:
        """Write the report."""


def writer(name: str) -> Writer:
    """The writer of a format."""
    module = importlib.import_module(f"migrate_ext.reports.{name}")
    write: Writer = module.write
    return write
