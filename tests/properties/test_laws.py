"""The laws of reports and fixes hold for programs and documents that nobody thought of."""

from __future__ import annotations

import ast
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given

from tests import laws
from tests.door import run
from tests.properties.programs import trees
from tests.properties.sandbox import LONG, QUICK, check, fixed, folder, write

MODES = pytest.mark.parametrize("flags", [(), ("--unsafe",)], ids=["safe", "unsafe"])


def keeps_the_laws_of_reports(files: laws.Tree) -> None:
    """Ranges hold their symbols, counts are sums, groups have one level, the exit code fits, no file is touched."""
    with folder(files):
        outcome = check()
        assert not laws.broken_by_report(outcome.report, files, outcome.code)
        assert not outcome.report["errors"]
        assert "CEX901" not in outcome.report["summary"]["by_code"]  # Python and JSON can read all of them
        assert laws.tree(Path()) == files


def keeps_the_laws_of_fixes(files: laws.Tree, flags: tuple[str, ...]) -> None:
    """Only what a listed edit covers changes, the result parses, and a second fix has nothing to do."""
    with folder(files):
        promised = laws.edited(check().report, files, {"safe", "unsafe"} if flags else {"safe"})
        outcome = run("fix", "--isolated", *flags, "--format", "json", ".")
        after = laws.tree(Path())
        assert after == promised
        assert outcome.report["summary"]["files_changed"] == sum(after[path] != files[path] for path in files)
        assert not outcome.report["errors"]
        for path, content in after.items():
            if path.endswith(".py"):
                ast.parse(content)
            else:
                json.loads(content.decode("utf-8-sig"))
        again = run("fix", "--isolated", *flags, "--format", "json", ".")
        assert laws.tree(Path()) == after
        assert again.report["findings"] == outcome.report["findings"]


def patches_as_it_fixes(files: laws.Tree, flags: tuple[str, ...]) -> None:
    """`git apply` of what `--diff` prints gives what `fix` writes."""
    goal = fixed(files, *flags)
    with folder(files):
        patch = run("fix", "--isolated", *flags, "--diff", ".")
        assert laws.tree(Path()) == files
        assert patch.code == int(bool(patch.stdout) or check().code)
        if patch.stdout:
            subprocess.run(["git", "apply", "-"], input=patch.stdout, check=True)
        assert laws.tree(Path()) == goal
        write(files)


@QUICK
@given(files=trees)
def test_a_report_keeps_its_laws(files: laws.Tree) -> None:
    keeps_the_laws_of_reports(files)


@MODES
@QUICK
@given(files=trees)
def test_a_fix_keeps_its_laws(flags: tuple[str, ...], files: laws.Tree) -> None:
    keeps_the_laws_of_fixes(files, flags)


@MODES
@QUICK
@given(files=trees)
def test_a_patch_is_what_a_fix_writes(flags: tuple[str, ...], files: laws.Tree) -> None:
    patches_as_it_fixes(files, flags)


@pytest.mark.slow
@LONG
@given(files=trees)
def test_the_laws_hold_for_many_more(files: laws.Tree) -> None:
    keeps_the_laws_of_reports(files)
    for flags in ((), ("--unsafe",)):
        keeps_the_laws_of_fixes(files, flags)
        patches_as_it_fixes(files, flags)
