"""Finds and migrates deprecated custom extension shapes of Microsoft Graph access packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from migrate_ext.core.report import Report

__version__ = "0.1.0"
__all__ = ["__version__", "check_paths", "check_source", "fix_paths", "fix_source"]


def check_source(text: str, filename: str) -> Report:
    """Check a text that stands in for the file `filename`, in that file's project."""
    from migrate_ext.engine.options import Buffer, Options
    from migrate_ext.engine.runner import check

    return check(Options(paths=(), buffer=Buffer(filename, text)))


def fix_source(text: str, filename: str, unsafe: bool = False) -> Report:  # noqa: FBT001, FBT002 - documented so
    """Fix a text that stands in for the file `filename`; nothing is written.

    The new text is `report.text`, None where nothing is changed.
    """
    from migrate_ext.engine.options import Buffer, Options
    from migrate_ext.engine.runner import fix

    buffer = Buffer(filename, text)
    return fix(Options(paths=(), buffer=buffer, unsafe=unsafe), write=False)


def check_paths(paths: Iterable[str | os.PathLike[str]]) -> Report:
    """Check files and folders, as `migrate-ext check` does."""
    import os

    from migrate_ext.engine.options import Options
    from migrate_ext.engine.runner import check

    return check(Options(paths=tuple(os.fspath(path) for path in paths)))


def fix_paths(paths: Iterable[str | os.PathLike[str]], *, unsafe: bool = False) -> Report:
    """Fix files and folders in place, as `migrate-ext fix` does."""
    import os

    from migrate_ext.engine.options import Options
    from migrate_ext.engine.runner import fix

    return fix(Options(paths=tuple(os.fspath(path) for path in paths), unsafe=unsafe))
