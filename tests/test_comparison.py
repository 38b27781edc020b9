"""The page about other tools says of the estate what is measured; `python -m tests.comparison` prints its tables."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.comparison import measure
from tests.comparison.tools import ROOT, TOOLS, Tool

PAGE = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8")
EVERYWHERE = {"migrate-ext", "grep", "sed", "LibCST codemod"}


def is_gnu(command: str) -> bool:
    """Whether a command takes the options that the comparison gives it."""
    found = shutil.which(command)
    return found is not None and b"GNU" in subprocess.run([found, "--version"], capture_output=True, check=False).stdout


def line(tool: Tool, text: str) -> str:
    """The tool's row in the table about the estate."""
    table = text[text.index("uses found (of 48)") :]
    found = re.search(rf"^\| {tool.name} \|.*$", table, re.MULTILINE)
    assert found is not None
    return found[0]


@pytest.mark.parametrize("tool", [pytest.param(tool, id=tool.name) for tool in TOOLS if tool.name in EVERYWHERE])
def test_the_page_says_what_is_measured(tool: Tool) -> None:
    """What needs nothing that is not there anyway; the others are measured by hand."""
    if tool.name in {"grep", "sed"} and not (is_gnu("grep") and is_gnu("sed")):
        pytest.skip("the rule files are for GNU's grep and sed")
    task = measure.estate()
    measured = measure.row(tool, measure.measured(tool, task), task).removesuffix(" |")
    assert line(tool, PAGE).startswith(measured)


def test_the_readme_says_what_the_page_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for tool in TOOLS:
        found, page = ([cell.strip() for cell in line(tool, text).split("|")] for text in (readme, PAGE))
        assert found[1:6] == [page[column] for column in (1, 2, 4, 5, 6)]


def test_a_change_beside_what_is_to_change_is_counted() -> None:
    task = measure.Task({"a": b"old\nstay\n"}, {"a": b"new\nstay\n"}, {("a", 1)})

    def careless() -> None:
        Path("a").write_bytes(b"new\nmoved\n")

    tool = Tool("careless", "", "sh", None, careless)
    assert measure.measured(tool, task) == measure.Score(found=1, alarms=None, right=0, wrong=1, elsewhere=1)
