"""Every case under `cases/`: what is found, what each fix makes of it, and the laws that hold for all of them alike.

A case is a folder: `before/` as the user has it, `safe/` and `unsafe/` with the files that `fix` and `fix --unsafe`
change (the latter laid over the former), and `expect.json` with a sentence and the findings. `args` are options of all
commands, `paths` what they are given instead of the whole tree; where `configured` is true the tree's own configuration
counts.
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests import laws
from tests.door import run

ROOT = Path(__file__).parent / "cases"
CASES = sorted(path.parent for path in ROOT.glob("*/*/expect.json"))
MENTION = "CEX903"

pytestmark = pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case.parent.name}/{case.name}") for case in CASES]
)


@pytest.fixture
def before(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> laws.Tree:
    """The case's tree in a scratch folder that is the working directory; its content."""
    shutil.copytree(case / "before", tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    return laws.tree(tmp_path / "work")


def expected(case: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((case / "expect.json").read_text(encoding="utf-8"))
    return data


def options(case: Path) -> list[str]:
    """What stands between the command and the options of one test: the case's options, then its paths."""
    case_is = expected(case)
    isolated = [] if case_is.get("configured") else ["--isolated"]
    return [*isolated, *case_is.get("args", []), *case_is.get("paths", ["."])]


def restore(before: laws.Tree) -> None:
    for path, content in before.items():
        Path(path).write_bytes(content)


def test_what_is_found(case: Path, before: laws.Tree) -> None:
    """The findings are the expected ones, no more and no fewer, each as far to be trusted as expected."""
    wanted = {(row["path"], row["line"], row["code"]): row.get("applicability") for row in expected(case)["findings"]}
    mentions = any(code == MENTION for _, _, code in wanted)
    outcome = run("check", *options(case), "--format", "json")
    found = {
        (row["path"], row["range"]["start"]["line"], row["code"]): row["applicability"]
        for row in outcome.report["findings"]
        if mentions or row["code"] != MENTION
    }
    assert found == {key: level or found.get(key) for key, level in wanted.items()}
    assert not laws.broken_by_report(outcome.report, before, outcome.code)


@pytest.mark.parametrize("mode", ["safe", "unsafe"])
def test_what_a_fix_writes(case: Path, before: laws.Tree, mode: str) -> None:
    """The fixed tree is the expected one to the byte, still parses, and a second fix changes nothing."""
    flags = ["--unsafe"] if mode == "unsafe" else []
    goal = dict(before)
    for layer in ("safe", "unsafe")[: 1 + len(flags)]:
        if (case / layer).is_dir():
            goal.update(laws.tree(case / layer))
    outcome = run("fix", *flags, *options(case), "--format", "json")
    after = laws.tree(Path())
    assert {path: after.get(path) for path in goal} == goal
    assert after.keys() == goal.keys()
    assert outcome.code in (0, 1)
    for path in (path for path in after if after[path] != before[path]):
        assert not still_parses(path, before[path]) or still_parses(path, after[path]), path
    assert run("check", *options(case)).code == outcome.code
    run("fix", *flags, *options(case))
    assert laws.tree(Path()) == after


@pytest.mark.parametrize("mode", ["safe", "unsafe"])
def test_report_patch_and_files_agree(case: Path, before: laws.Tree, mode: str) -> None:
    """The edits that `check` lists, the patch of `--diff` and what `fix` writes are one and the same change."""
    flags = ["--unsafe"] if mode == "unsafe" else []
    report = run("check", *options(case), "--format", "json").report
    promised = laws.edited(report, before, {"safe", mode})
    patch = run("fix", *flags, "--diff", *options(case))
    assert laws.tree(Path()) == before
    assert bool(patch.stdout) == (promised != before)
    assert patch.code == 1 or not patch.stdout
    if patch.stdout:
        subprocess.run(["git", "apply", "-"], input=patch.stdout, check=True)
    assert laws.tree(Path()) == promised
    restore(before)
    run("fix", *flags, *options(case))
    assert laws.tree(Path()) == promised


def still_parses(path: str, raw: bytes) -> bool:
    """Whether a file is good Python or strict JSON; what is neither is taken for good."""
    try:
        if path.endswith((".py", ".pyi", ".pyw")):
            ast.parse(raw)
        elif path.endswith((".json", ".ipynb", ".har")):
            json.loads(raw)
    except (SyntaxError, ValueError):
        return False
    return True
