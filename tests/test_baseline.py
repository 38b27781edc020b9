"""A baseline lives for years beside code that changes: what it survives, how it shrinks, how branches merge it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.door import run
from tests.repository import git

READ = 'def runs(request):\n    return request["customExtensionHandlerInstances"]\n'
BASELINE = "migrate-ext-baseline.json"


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def record(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.py").write_bytes(text.encode())
    assert run("check", "--write-baseline", BASELINE).code == 0


def new_findings() -> int:
    findings: int = run("check", "--baseline", BASELINE, "--format", "json").report["summary"]["findings"]
    return findings


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param("import os\n\n\n" + READ, id="moved"),
        pytest.param(READ.replace("def runs", "def all_runs"), id="in a function of another name"),
        pytest.param(READ.replace("\n", "\r\n"), id="with other line ends"),
        pytest.param(
            "class Reader:\n" + READ.replace("def", "    def").replace("    return", "        return"), id="indented"
        ),
    ],
)
def test_an_unchanged_line_stays_known(changed: str) -> None:
    record(app=READ)
    Path("app.py").write_bytes(changed.encode())
    assert new_findings() == 0


def test_a_changed_line_is_new() -> None:
    record(app=READ)
    Path("app.py").write_text(READ.replace("return ", "return list(") + ")", encoding="utf-8")
    assert new_findings() == 1


def test_writing_it_again_after_a_fix_shrinks_it() -> None:
    record(app=READ, other=READ)
    run("fix", "other.py")
    assert run("check", "--write-baseline", BASELINE).code == 0
    assert "other.py" not in Path(BASELINE).read_text(encoding="utf-8")
    assert "app.py" in Path(BASELINE).read_text(encoding="utf-8")


def test_branches_that_fix_different_files_merge() -> None:
    git("init", "--quiet", "--initial-branch=main")
    record(**dict.fromkeys(("a", "b", "c", "d", "e"), READ))
    git("add", "--all")
    git("commit", "--quiet", "--message", "recorded")
    for name in ("a", "e"):
        git("switch", "--quiet", "--create", name, "main")
        run("fix", f"{name}.py")
        run("check", "--write-baseline", BASELINE)
        git("commit", "--quiet", "--all", "--message", f"fixed {name}")
    git("merge", "--quiet", "a")
    assert new_findings() == 0
    merged = Path(BASELINE).read_text(encoding="utf-8")
    run("check", "--write-baseline", BASELINE)
    assert Path(BASELINE).read_text(encoding="utf-8") == merged


def test_branches_that_record_neighbours_merge_with_the_union_driver() -> None:
    """The line `migrate-ext-baseline.json merge=union` in `.gitattributes` is what the documentation recommends."""
    git("init", "--quiet", "--initial-branch=main")
    Path(".gitattributes").write_text(f"{BASELINE} merge=union\n", encoding="utf-8")
    record(a=READ)
    git("add", "--all")
    git("commit", "--quiet", "--message", "recorded")
    for name in ("b", "c"):
        git("switch", "--quiet", "--create", name, "main")
        record(**{name: READ})
        git("add", "--all")
        git("commit", "--quiet", "--message", f"recorded {name}")
    git("merge", "--quiet", "b")
    assert new_findings() == 0
