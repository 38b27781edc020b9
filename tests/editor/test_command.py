"""`migrate-ext lsp` where its extra is not installed, and the page about it."""

from __future__ import annotations

import json
import sys
import tomllib
from typing import TYPE_CHECKING

from tests.door import run
from tests.editor.page import snippets

if TYPE_CHECKING:
    import pytest


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    outcome = run("lsp")
    assert (outcome.code, outcome.text) == (2, "")
    assert outcome.stderr == "migrate-ext: the language server needs an extra: pip install 'migrate-ext[lsp]'\n"


def test_the_snippets_for_other_editors_can_be_read() -> None:
    """Those for Neovim are run by its own test."""
    (code,) = (json.loads(text) for text in snippets("json"))
    assert [code["glspc.server.command"], *code["glspc.server.commandArguments"]] == ["migrate-ext", "lsp"]
    (helix,) = (tomllib.loads(text) for text in snippets("toml"))
    assert helix["language-server"]["migrate-ext"] == {"command": "migrate-ext", "args": ["lsp"]}
    assert all("migrate-ext" in row["language-servers"] for row in helix["language"])
