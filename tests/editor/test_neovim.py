"""A real editor: headless Neovim with the configuration of `docs/editor.md`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.door import run
from tests.editor.page import snippets

pytest.importorskip("pygls", reason="the extra `lsp` brings it")
NEOVIM = shutil.which("nvim")
pytestmark = pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed")

ROOT = Path(__file__).parents[2]
READER, RECORDED = "rest/test_hooks.py", "rest/recorded/policies.json"
TYPED = "# typed and not saved: 😀\n"

_TOOLS = """
function wait(what, ready)
  if not vim.wait(20000, ready, 20) then
    error("waited in vain for " .. what)
  end
end

function found()
  return #vim.diagnostic.get(0) > 0
end

function choose(wanted)
  vim.ui.select = function(items, options, choice)
    for index, item in ipairs(items) do
      if string.find(options.format_item(item), wanted, 1, true) then
        return choice(item, index)
      end
    end
    error("no such action: " .. wanted)
  end
end
"""


@pytest.fixture
def edit(tmp_path: Path) -> Any:
    """Runs a script in Neovim with a copy of the fixtures as its working directory."""
    shutil.copytree(ROOT / "fixtures", tmp_path / "work")
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "migrate-ext"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m migrate_ext "$@"\n', encoding="utf-8")
    command.chmod(0o755)

    def neovim(configuration: str, script: str) -> Path:
        (tmp_path / "init.lua").write_text(configuration, encoding="utf-8")
        (tmp_path / "script.lua").write_text(
            f"{_TOOLS}\nlocal good, reason = xpcall(function()\n{script}\nend, debug.traceback)\n"
            "if not good then io.stderr:write(reason) vim.cmd('cquit') end\nvim.cmd('qall!')\n",
            encoding="utf-8",
        )
        environment = {
            **os.environ,
            "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            **{f"XDG_{name}_HOME": str(tmp_path / "xdg") for name in ("CONFIG", "DATA", "STATE", "CACHE")},
        }
        arguments = ["--headless", "-n", "-u", str(tmp_path / "init.lua"), "-c", f"luafile {tmp_path / 'script.lua'}"]
        outcome = subprocess.run(
            [str(NEOVIM), *arguments],
            cwd=tmp_path / "work",
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert outcome.returncode == 0, outcome.stderr
        return tmp_path / "work"

    return neovim


def fixed(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> dict[str, bytes]:
    """What `fix` makes of the fixtures with what was typed."""
    shutil.copytree(ROOT / "fixtures", folder)
    monkeypatch.chdir(folder)
    reader = Path(READER)
    reader.write_text(TYPED + reader.read_text(encoding="utf-8"), encoding="utf-8")
    assert run("fix", *options).code == 1
    return {name: Path(name).read_bytes() for name in (READER, RECORDED)}


def test_an_action_fixes_an_unsaved_and_a_closed_file_as_fix_does(
    edit: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snippets("lua")[1]
    work = edit(
        before,
        f"""
        vim.cmd("edit {READER}")
        vim.api.nvim_buf_set_lines(0, 0, 0, true, {{ {json.dumps(TYPED.strip(), ensure_ascii=False)} }})
        wait("findings", function() return found() and vim.diagnostic.get(0)[1].lnum == 13 end)
        vim.fn.writefile({{ vim.json.encode(vim.diagnostic.get(0)) }}, "diagnostics.json")
        vim.api.nvim_win_set_cursor(0, {{ 14, 70 }})
        choose("1 other file too")
        vim.lsp.buf.code_action()
        wait("the other file", function() return vim.fn.bufnr("{RECORDED}") > 0 end)
        wait("an empty list", function() return not found() end)
        vim.cmd("wall")
        """,
    )
    (shown,) = json.loads((work / "diagnostics.json").read_text(encoding="utf-8"))
    assert (shown["code"], shown["source"], shown["lnum"]) == ("CEX202", "migrate-ext", 13)
    saved = {name: (work / name).read_bytes() for name in (READER, RECORDED)}
    assert saved == fixed(tmp_path / "fixed", monkeypatch)


def test_a_save_fixes_what_lies_inside_the_file_and_nothing_else(edit: Any) -> None:
    before, on_save = snippets("lua")[1:]
    work = edit(
        before + on_save,
        f"""
        vim.cmd("edit sdk/attach_ticketing.py")
        wait("findings", found)
        vim.cmd("write")
        wait("an empty list", function() return not found() end)
        vim.cmd("edit {READER}")
        wait("findings", found)
        vim.cmd("write")
        """,
    )
    expected = ROOT / "fixtures-expected" / "safe" / "sdk" / "attach_ticketing.py"
    assert (work / "sdk" / "attach_ticketing.py").read_bytes() == expected.read_bytes()
    for name in (READER, RECORDED):  # their group reaches over both
        assert (work / name).read_bytes() == (ROOT / "fixtures" / name).read_bytes()
