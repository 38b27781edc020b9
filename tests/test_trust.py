"""What SECURITY.md promises: the tree that is checked decides nothing but what is found in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import migrate_ext
from migrate_ext.engine import config
from migrate_ext.reports import FORMATS
from tests.door import run
from tests.repository import git

ROOT = Path(__file__).parents[1]
PATHS = os.pathsep.join([str(Path(migrate_ext.__file__).parent.parent), str(ROOT)])
REQUEST = 'def runs(request):\n    return request["customExtensionHandlerInstances"]\n'
TRAP = f'open("sprung", "w").close()\n{REQUEST}'
"""A module that would leave a file behind if anybody ran it."""
SHADOWS = ("click.py", "libcst/__init__.py", "yaml.py", "pathspec.py", "json.py", "tomllib.py", "ast.py", "tests.py")
"""Names that the tool, and Python for it, might import."""
RUN_BY_OTHERS = ("setup.py", "conftest.py", "sitecustomize.py", "usercustomize.py", "__main__.py", "noxfile.py")


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a project, with room beside it for what must not be touched."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return folder


def started(*command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": PATHS, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False, env=environment)


def watched(*arguments: str) -> dict[str, list[str]]:
    """What a run of the command did, as Python's audit hooks tell it."""
    done = started("-P", "-m", "tests.watched", *arguments)
    seen: dict[str, list[str]] = json.loads(done.stderr.splitlines()[-1])
    return seen


class TestScannedCode:
    @pytest.mark.parametrize("command", ["check", "fix"])
    def test_is_never_run_or_imported(self, command: str) -> None:
        for name in (*SHADOWS, *RUN_BY_OTHERS):
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(TRAP, encoding="utf-8")
        done = started("-P", "-m", "migrate_ext", command, "--format", "json", ".")
        assert json.loads(done.stdout)["summary"]["files_analyzed"] == len(SHADOWS) + len(RUN_BY_OTHERS)
        assert not Path("sprung").exists()

    def test_is_not_run_by_python_s_way_to_start_a_module_either(self) -> None:
        """`python -m` looks for modules in the working directory first, where `click.py` would lie in ambush."""
        for name in ("click.py", "libcst.py", "pathspec.py"):
            Path(name).write_text(TRAP, encoding="utf-8")
        done = started("-m", "migrate_ext", "check", "--format", "json", ".")
        assert json.loads(done.stdout)["summary"]["findings"] == 3
        assert not Path("sprung").exists()

    def test_a_real_project_s_neither(self) -> None:
        """Of the whole estate nothing is executed, imported or compiled to be run."""
        shutil.copytree(ROOT / "fixtures", "fixtures")
        modules = {path.stem for path in Path("fixtures").rglob("*.py")} - {"app", "models", "requests", "client"}
        for command in ("check", "fix"):
            seen = watched(command, "--jobs", "1", "fixtures")
            here = os.getcwd()
            executed = {name for name in seen["executed"] if not name.startswith("<frozen ")}
            run_here = {name for name in executed if os.path.abspath(name).startswith(here)}
            assert run_here <= {"<string>"}, "which is how the standard library makes its data classes"
            assert modules.isdisjoint(seen["imported"])


class TestTheWorldOutside:
    @pytest.mark.parametrize("name", FORMATS)
    def test_is_not_connected_to(self, name: str) -> None:
        shutil.copytree(ROOT / "fixtures", "fixtures")
        seen = watched("check", "--format", name, "--jobs", "1", "fixtures")
        assert "network" not in seen
        assert "started" not in seen

    def test_the_eyes_see(self) -> None:
        """The hooks would tell of a connection, a program, an execution and a file that is written."""
        code = """
import json, socket, subprocess, sys
from tests import watched
sys.addaudithook(watched._watch)
socket.socket().close()
subprocess.run(["true"], check=False)
open("made", "w").close()
exec(compile("1", "here.py", "exec"))
print(json.dumps(watched._seen))
"""
        seen: dict[str, Any] = json.loads(started("-c", code).stdout)
        assert "socket.__new__" in seen["network"]
        assert seen["started"] == ["true"]
        assert os.path.abspath("made") in seen["written"]
        assert "here.py" in seen["executed"]

    def test_of_other_programs_only_git_is_started_and_only_to_list_files(self) -> None:
        Path("app.py").write_text(REQUEST, encoding="utf-8")
        git("init", "--quiet")
        commands = watched("fix", "--jobs", "1", ".")["started"]
        assert commands
        assert all(command.startswith("git ") and " ls-files " in command for command in commands)

    def test_check_writes_nothing_and_fix_only_what_it_fixes(self) -> None:
        shutil.copytree(ROOT / "fixtures", "fixtures")
        inside = os.getcwd() + os.sep
        assert watched("check", "--jobs", "1", "fixtures").get("written", []) == []
        written = watched("fix", "--unsafe", "--jobs", "1", "fixtures")["written"]
        assert written
        assert [path for path in written if not path.startswith(inside)] == []


class TestConfiguration:
    """`pyproject.toml` comes with the tree, so a stranger may have written it."""

    @pytest.mark.parametrize("path", ["../baseline.json", "/etc/passwd", "a/../../b", "..\\b"])
    def test_names_no_file_out_of_its_folder(self, path: str) -> None:
        Path("migrate-ext.toml").write_text(f"baseline = '{path}'\n", encoding="utf-8")
        Path("app.py").write_text(REQUEST, encoding="utf-8")
        outcome = run("check")
        assert outcome.code == 2
        assert "lies outside of the configuration's folder" in outcome.stderr

    def test_has_no_key_for_a_file_that_is_written_or_a_program_or_module_that_is_run(self) -> None:
        """A new key must be added here by somebody who has thought about it."""
        filters = {"select", "ignore", "exclude", "extend-exclude", "per-file-ignores", "target", "unsafe-fixes"}
        names_that_are_compared = {"sdk-modules"}
        read_only = {"baseline"}
        assert set(config.KEYS) == filters | names_that_are_compared | read_only

    def test_modules_that_it_names_are_not_imported(self) -> None:
        Path("trap.py").write_text(TRAP, encoding="utf-8")
        Path("app.py").write_text(f"from trap import AccessPackageAssignmentRequest\n{REQUEST}", encoding="utf-8")
        Path("migrate-ext.toml").write_text('sdk-modules = ["trap"]\n', encoding="utf-8")
        assert run("check", "--format", "json").report["summary"]["findings"] == 2
        assert "trap" not in watched("check", "--jobs", "1").get("imported", [])
        assert not Path("sprung").exists()

    def test_isolated_ignores_all_of_it(self) -> None:
        Path("app.py").write_text(REQUEST, encoding="utf-8")
        hiding = 'ignore = ["CEX"]\nexclude = ["*"]\nextend-exclude = ["app.py"]\nper-file-ignores = {"*" = ["CEX"]}\n'
        Path("migrate-ext.toml").write_text(f'{hiding}unsafe-fixes = true\nbaseline = "b"\n', encoding="utf-8")
        Path("b").write_text("no baseline", encoding="utf-8")
        Path("pyproject.toml").write_text("[tool.migrate-ext]\nno-such-key = 1\n", encoding="utf-8")
        outcome = run("check", "--isolated", "--format", "json")
        assert outcome.report["summary"]["findings"] == 1

    def test_of_a_folder_above_the_repository_does_not_count(self) -> None:
        """Where many write, as in /tmp, anybody could put one."""
        Path("../migrate-ext.toml").write_text('ignore = ["CEX"]\n', encoding="utf-8")
        Path("app.py").write_text(REQUEST, encoding="utf-8")
        git("init", "--quiet")
        assert run("check", "--format", "json").report["summary"]["findings"] == 1


class TestFilesThatAreWritten:
    def test_a_link_in_the_tree_does_not_lead_a_report_out_of_it(self) -> None:
        Path("../precious").write_text("precious", encoding="utf-8")
        Path("report.json").symlink_to("../precious")
        Path("app.py").write_text(REQUEST, encoding="utf-8")
        for option in ("--output", "--write-baseline"):
            outcome = run("check", option, "report.json")
            assert outcome.code == 2
            assert "a symbolic link leads out of the working directory there" in outcome.stderr
        assert Path("../precious").read_text(encoding="utf-8") == "precious"

    def test_nor_a_fix(self) -> None:
        Path("../precious.py").write_text(REQUEST, encoding="utf-8")
        Path("app.py").symlink_to("../precious.py")
        assert run("fix", "app.py").code == 2
        assert run("fix").code == 0
        assert Path("../precious.py").read_text(encoding="utf-8") == REQUEST


class TestGit:
    """A tree may hold a repository that a stranger made, with a configuration that names programs."""

    PROGRAMS = ("core.fsmonitor", "core.hooksPath", "core.sshCommand", "core.pager", "core.editor", "diff.external")

    def test_starts_no_program_of_a_repository_s_configuration(self) -> None:
        Path("app.py").write_text(REQUEST, encoding="utf-8")
        git("init", "--quiet")
        git("add", "app.py")
        program = Path("program")
        program.write_text("#!/bin/sh\ntouch sprung\n", encoding="utf-8")
        program.chmod(0o755)
        Path("hooks").mkdir()
        for hook in ("post-index-change", "pre-auto-gc", "reference-transaction"):
            shutil.copy(program, Path("hooks", hook))
        for key in self.PROGRAMS:
            git("config", key, str(Path("hooks" if key == "core.hooksPath" else program).resolve()))
        git("config", "filter.trap.clean", str(program.resolve()))
        Path(".gitattributes").write_text("* filter=trap\n", encoding="utf-8")
        Path("app.py").touch()
        Path("sprung").unlink(missing_ok=True)
        for command in ("check", "fix"):
            run(command, ".")
            assert not Path("sprung").exists()

    def test_a_promised_object_is_not_fetched(self) -> None:
        """To list a sparse index git reads a tree, and asks for one that is missing: whom, the configuration says."""
        for name in ("in/app.py", "out/b.py"):
            Path(name).parent.mkdir()
            Path(name).write_text(REQUEST, encoding="utf-8")
        git("init", "--quiet")
        git("add", ".")
        git("commit", "--quiet", "--message", "all")
        git("sparse-checkout", "set", "--cone", "--sparse-index", "in")
        tree = git("rev-parse", "HEAD:out").strip()
        Path(".git/objects", tree[:2], tree[2:]).unlink()
        git("config", "core.repositoryFormatVersion", "1")
        git("config", "extensions.partialClone", "origin")
        git("config", "protocol.ext.allow", "always")
        git("config", "remote.origin.promisor", "true")
        git("config", "remote.origin.url", f"ext::touch {os.path.abspath('sprung')}")
        assert json.loads(run("check", "--format", "json", ".").stdout)["summary"]["findings"] == 1
        assert not Path("sprung").exists()

    def test_a_bare_repository_in_the_tree_does_not_say_which_files_there_are(self) -> None:
        """Its files can be committed like any others, unlike those of `.git`."""
        git("init", "--quiet")
        git("init", "--quiet", "--bare", "src")
        Path("src/app.py").write_text(REQUEST, encoding="utf-8")
        git("config", "--file", "src/config", "core.bare", "false")
        git("config", "--file", "src/config", "core.worktree", ".")
        Path("src/info/exclude").write_text("app.py\n", encoding="utf-8")
        outcome = run("check", "--format", "json", "src")
        assert outcome.report["summary"]["findings"] == 1
