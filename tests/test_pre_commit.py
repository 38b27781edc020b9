"""The hooks as published: the real pre-commit with this checkout as their repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.repository import git

ROOT = Path(__file__).parent.parent
OLD = 'def runs(request):\n    return request["customExtensionHandlerInstances"]\n'
NEW = OLD.replace("HandlerInstances", "CalloutInstances")

Hook = Callable[[str], tuple[int, str]]

pytestmark = pytest.mark.slow

pytest.importorskip("pre_commit", reason="the extra `oracle` brings pre-commit")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with this checkout's files as they are now, committed."""
    folder = tmp_path_factory.mktemp("published")
    git("init", "--quiet", "--initial-branch=main", folder=folder)
    names = git("ls-files", "-z", "migrate_ext", "*.toml", "*.md", "LICENSE", ".pre-commit-hooks.yaml", folder=ROOT)
    for name in filter(None, names.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--no-verify", "--message", "published", folder=folder)
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the hooks' environments."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def work(tmp_path: Path, published: Path) -> Path:
    """A user's repository with both hooks."""
    git("init", "--quiet", "--initial-branch=main", folder=tmp_path)
    hooks = "".join(f"      - id: {name}\n" for name in ("migrate-ext", "migrate-ext-fix"))
    revision = git("rev-parse", "HEAD", folder=published).strip()
    config = f"repos:\n  - repo: {published}\n    rev: {revision}\n    hooks:\n{hooks}"
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git("add", "--all", folder=tmp_path)
    return tmp_path


@pytest.fixture
def hook(work: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Hook:
    """Runs a hook on what is staged; its exit code and what it printed."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(home))
    monkeypatch.delenv("PYTHONPATH", raising=False)

    def run(name: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "pre_commit", "run", "--color", "never", name]
        outcome = subprocess.run(command, cwd=work, env=os.environ, capture_output=True, text=True, check=False)
        return outcome.returncode, outcome.stdout + outcome.stderr

    return run


def stage(work: Path, name: str, text: str) -> None:
    (work / name).write_text(text, encoding="utf-8")
    git("add", name, folder=work)


def test_the_snippet_of_the_readme_works_by_copying(work: Path, hook: Hook, published: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    snippets = re.findall(r"^```yaml\n(repos:\n.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    copied = snippets[0].replace("https://git.example/OWNER/migrate-ext", str(published))
    stage(work, ".pre-commit-config.yaml", copied)
    commands = re.findall(r"^pre-commit (.*?) && pre-commit (.*)$", readme, re.MULTILINE)
    for arguments in commands[0]:
        subprocess.run([sys.executable, "-m", "pre_commit", *arguments.split()], cwd=work, check=True)
    assert git("rev-parse", "HEAD", folder=published).strip() in (work / ".pre-commit-config.yaml").read_text(
        encoding="utf-8"
    )
    stage(work, ".pre-commit-config.yaml", (work / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert (work / ".git/hooks/pre-commit").exists()
    stage(work, "app.py", OLD)
    assert hook("migrate-ext-fix")[0] == 1
    assert (work / "app.py").read_text(encoding="utf-8") == NEW


def test_a_deprecated_file_fails_the_check_and_is_left_as_it_is(work: Path, hook: Hook) -> None:
    stage(work, "app.py", OLD)
    code, printed = hook("migrate-ext")
    assert code == 1, printed
    assert "customExtensionHandlerInstances → customExtensionCalloutInstances" in printed
    assert (work / "app.py").read_text(encoding="utf-8") == OLD


def test_a_clean_file_passes_both(work: Path, hook: Hook) -> None:
    stage(work, "app.py", NEW)
    for name in ("migrate-ext", "migrate-ext-fix"):
        code, printed = hook(name)
        assert code == 0, printed
        assert "Passed" in printed


def test_the_fix_writes_the_file_and_stops_the_commit_once(work: Path, hook: Hook) -> None:
    stage(work, "app.py", OLD)
    code, printed = hook("migrate-ext-fix")
    assert code == 1, printed
    assert "files were modified by this hook" in printed
    assert (work / "app.py").read_text(encoding="utf-8") == NEW
    git("add", "app.py", folder=work)
    assert hook("migrate-ext-fix")[0] == 0


def test_of_a_partly_staged_file_the_staged_part_is_checked(work: Path, hook: Hook) -> None:
    stage(work, "app.py", NEW)
    (work / "app.py").write_text(NEW + "\n\n" + OLD, encoding="utf-8")
    assert hook("migrate-ext")[0] == 0
    stage(work, "app.py", OLD)
    (work / "app.py").write_text(NEW, encoding="utf-8")
    assert hook("migrate-ext")[0] == 1


def test_a_fix_of_the_staged_part_keeps_the_other(work: Path, hook: Hook) -> None:
    apart = "\n" * 8 + "# not staged\n"
    stage(work, "app.py", OLD + "\n" * 8)
    (work / "app.py").write_text(OLD + apart, encoding="utf-8")
    assert hook("migrate-ext-fix")[0] == 1
    assert (work / "app.py").read_text(encoding="utf-8") == NEW + apart


def test_a_fix_that_would_change_a_file_which_is_not_staged_is_held_back(work: Path, hook: Hook) -> None:
    key = 'KEY = "customExtensionHandlerInstances"\n'
    stage(work, "names.py", key)
    git("commit", "--quiet", "--no-verify", "--message", "names", folder=work)
    reader = (
        "from names import KEY\n\n\ndef has(request):\n"
        '    return KEY in request and request["customExtensionHandlerInstances"]\n'
    )
    stage(work, "app.py", reader)
    code, printed = hook("migrate-ext-fix")
    assert code == 1, printed
    assert "names.py" in printed
    assert (work / "app.py").read_text(encoding="utf-8") == reader
    assert (work / "names.py").read_text(encoding="utf-8") == key
