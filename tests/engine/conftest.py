"""A working directory with files, and the engine with the fakes in the place of extractors and solver."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from migrate_ext.engine import analysis
from tests.engine import fakes

Write = Callable[[dict[str, str | bytes]], None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes files below the working directory; a text gets the word that makes it a candidate."""
    monkeypatch.chdir(tmp_path)

    def files(contents: dict[str, str | bytes]) -> None:
        for name, content in contents.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            raw = content if isinstance(content, bytes) else f"# {fakes.WORD}\n{content}".encode()
            Path(name).write_bytes(raw)

    return files


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command, too, runs with the fakes."""
    monkeypatch.setattr(analysis, "extractor", lambda kind: partial(fakes.extract, kind))
    monkeypatch.setitem(sys.modules, "migrate_ext.solver", SimpleNamespace(solve=fakes.solve))
