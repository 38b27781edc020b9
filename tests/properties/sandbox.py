"""Runs of the command in a folder that holds given files and nothing else."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings

from tests import laws
from tests.door import Outcome, run

if TYPE_CHECKING:
    from collections.abc import Iterator

QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextlib.contextmanager
def folder(files: laws.Tree) -> Iterator[None]:
    """A scratch folder with these files as the working directory."""
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        write(files)
        yield


def write(files: laws.Tree) -> None:
    for path, content in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)


def check(*paths: str) -> Outcome:
    return run("check", "--isolated", "--format", "json", *(paths or ["."]))


def fixed(files: laws.Tree, *flags: str) -> laws.Tree:
    """What `fix` makes of a tree."""
    with folder(files):
        run("fix", "--isolated", "--quiet", *flags, ".")
        return laws.tree(Path())


def findings(files: laws.Tree, *paths: str) -> list[dict[str, Any]]:
    """What `check` finds in a tree."""
    with folder(files):
        found: list[dict[str, Any]] = check(*paths).report["findings"]
        return found
