"""One repository, from its address to its entry."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from migrate_ext import __version__
from migrate_ext.fleet import processes
from migrate_ext.fleet.lines import Repository
from migrate_ext.fleet.one import Job, Outcome
from migrate_ext.fleet.processes import perform
from migrate_ext.fleet.state import State
from migrate_ext.reports import saved
from tests.fleet import estate
from tests.repository import git

if TYPE_CHECKING:
    from collections.abc import Iterator

TWO = estate.OLD + estate.OLD.replace("runs", "more")
GIGA = 1_000_000_000


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where clones are made, and a git configuration of its own."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / "home").mkdir()
    yield folder
    processes.end_all()  # the next test has other variables


class Bench:
    """A state, and what became of repositories in it."""

    def __init__(self, folder: Path) -> None:
        self.state = State(str(folder))

    def perform(self, address: str | Path, revision: str | None = None, **limits: Any) -> Outcome:
        job = Job(Repository(str(address), revision), self.state.folder, 60, 4 * GIGA, GIGA)
        return perform(job._replace(**limits))

    def entry(self, address: str | Path, revision: str | None = None) -> dict[str, Any]:
        entry = self.state.load(Repository(str(address), revision))
        assert entry is not None
        return entry


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "state")


def test_the_usual_report_is_kept_with_what_it_is_of(tmp_path: Path, bench: Bench, scratch: Path) -> None:
    address = estate.repository(tmp_path / "r", {"src/app.py": estate.OLD})
    assert bench.perform(address) == Outcome(findings=1)
    entry = bench.entry(address)
    assert [*entry] == ["repository", "revision", "commit", "time", "seconds", "error", "report"]
    assert (entry["repository"], entry["revision"], entry["error"]) == (address, None, None)
    assert entry["commit"] == git("rev-parse", "HEAD", folder=Path(address)).strip()
    jsonschema.validate(entry["report"], json.loads(saved.schema()))
    (finding,) = entry["report"]["findings"]
    assert (finding["path"], finding["code"]) == ("src/app.py", "CEX102")
    assert list(scratch.iterdir()) == [], "the clone is gone"


@pytest.mark.parametrize("revision", ["v1", "old", "feature/x", "hash", "refs/heads/old"])
def test_a_revision_is_a_tag_a_branch_or_a_full_hash(tmp_path: Path, bench: Bench, revision: str) -> None:
    folder = tmp_path / "r"
    address = estate.repository(folder, {"a.py": TWO})
    old = git("rev-parse", "HEAD", folder=folder).strip()
    git("tag", "--annotate", "--message=v1", "v1", folder=folder)
    git("branch", "old", folder=folder)
    git("branch", "feature/x", folder=folder)
    git("branch", "not/v1", folder=folder)
    estate.commit(folder, {"a.py": estate.OLD})
    revision = old if revision == "hash" else revision
    assert bench.perform(address, revision).findings == 2
    assert bench.entry(address, revision)["commit"] == old
    assert bench.perform(address, revision) == Outcome(findings=2, known=True)
    assert bench.perform(address).findings == 1


def test_what_is_known_of_the_same_commit_and_version_is_not_done_again(tmp_path: Path, bench: Bench) -> None:
    folder = tmp_path / "r"
    address = estate.repository(folder, {"a.py": estate.OLD})
    bench.perform(address)
    first = bench.entry(address)
    assert bench.perform(address) == Outcome(findings=1, known=True)
    assert bench.entry(address) == first
    estate.commit(folder, {"a.py": TWO})
    assert bench.perform(address) == Outcome(findings=2)
    second = bench.entry(address)
    assert second["commit"] != first["commit"]
    assert second["report"]["tool"]["version"] == __version__
    second["report"]["tool"]["version"] = "0.0.1"
    bench.state.save(Repository(address), second)
    assert bench.perform(address) == Outcome(findings=2)


def test_a_torn_entry_is_made_again(tmp_path: Path, bench: Bench) -> None:
    address = estate.repository(tmp_path / "r", {"a.py": estate.OLD})
    bench.perform(address)
    (path,) = Path(bench.state.folder).glob("*/*.json")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert bench.perform(address) == Outcome(findings=1)
    assert json.loads(path.read_bytes())["report"] == json.loads(whole)["report"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everything")
def test_a_state_that_cannot_be_written_is_said(tmp_path: Path, bench: Bench) -> None:
    address = estate.repository(tmp_path / "r", {"a.py": estate.OLD})
    Path(bench.state.folder).mkdir(mode=0o500)
    assert "choose another folder for --state" in (bench.perform(address).error or "")


def test_bundles_bare_repositories_and_file_addresses_are_taken(tmp_path: Path, bench: Bench) -> None:
    folder = tmp_path / "r"
    address = estate.repository(folder, {"a.py": estate.OLD})
    git("clone", "--quiet", "--bare", address, str(tmp_path / "bare.git"))
    git("bundle", "create", "--quiet", str(tmp_path / "r.bundle"), "HEAD", "main", folder=folder)
    for other in (f"file://{address}", tmp_path / "bare.git", tmp_path / "r.bundle"):
        assert bench.perform(other) == Outcome(findings=1)


def test_the_configuration_of_the_repository_counts(tmp_path: Path, bench: Bench) -> None:
    address = estate.repository(tmp_path / "r", {"a.py": estate.OLD, "migrate-ext.toml": 'ignore = ["CEX1"]\n'})
    assert bench.perform(address) == Outcome(findings=0)
    bad = estate.repository(tmp_path / "bad", {"a.py": estate.OLD, "migrate-ext.toml": "ingore = []\n"})
    outcome = bench.perform(bad)
    assert outcome.error == "its configuration: migrate-ext.toml: unknown key 'ingore'; did you mean 'ignore'?"
    assert not outcome.again


class TestFailures:
    def test_of_git_are_told_in_its_words_and_worth_another_attempt(self, tmp_path: Path, bench: Bench) -> None:
        missing = tmp_path / "missing"
        assert bench.perform(missing) == Outcome(
            error=f"git ls-remote: fatal: '{missing}' does not appear to be a git repository", again=True
        )

    def test_of_a_damaged_repository(self, tmp_path: Path, bench: Bench, scratch: Path) -> None:
        address = estate.damaged(tmp_path / "r")
        outcome = bench.perform(address)
        assert (outcome.error or "").startswith("git fetch: ")
        assert list(scratch.iterdir()) == []

    def test_a_repository_without_a_commit_or_without_the_revision(self, tmp_path: Path, bench: Bench) -> None:
        (tmp_path / "r").mkdir()
        git("init", "--quiet", folder=tmp_path / "r")
        assert bench.perform(tmp_path / "r") == Outcome(error="it has no commit yet: leave it out of the list")
        full = estate.repository(tmp_path / "full", {"a.py": ""})
        outcome = bench.perform(full, "nowhere")
        assert outcome == Outcome(error="it has no branch or tag 'nowhere': name one, or a full hash")

    def test_a_password_is_in_no_message(self, bench: Bench) -> None:
        outcome = bench.perform("http://me:secret@127.0.0.1:9/r.git")
        assert "http://127.0.0.1:9/r.git" in (outcome.error or "")
        assert "secret" not in (outcome.error or "")

    def test_files_that_would_take_too_much_disk_are_not_written(self, tmp_path: Path, bench: Bench) -> None:
        address = estate.repository(tmp_path / "r", {"a.txt": b"x" * 3_000_000})
        assert bench.perform(address, disk=2_000_000) == Outcome(error="it takes more than 2 MB: raise --disk")
        assert bench.perform(address, disk=4_000_000) == Outcome()

    @pytest.mark.skipif(sys.platform != "linux", reason="limits of a process")
    def test_a_pack_that_takes_too_much_disk_is_not_fetched(self, tmp_path: Path, bench: Bench) -> None:
        address = estate.repository(tmp_path / "r", {f"{n}.bin": os.urandom(30_000) for n in range(200)})
        assert bench.perform(address, disk=2_000_000) == Outcome(error="it takes more than 2 MB: raise --disk")

    def test_a_tree_that_holds_itself_many_times_is_not_written(self, tmp_path: Path, bench: Bench) -> None:
        """Ten levels of ten times the same folder are ten objects, and ten billion files."""
        address = estate.bomb(tmp_path / "r")
        assert bench.perform(address) == Outcome(error="it takes more than 1000 MB: raise --disk")

    def test_what_takes_too_long_is_ended(
        self, tmp_path: Path, bench: Bench, monkeypatch: pytest.MonkeyPatch, scratch: Path
    ) -> None:
        address = estate.repository(tmp_path / "r", {"a.py": estate.OLD})
        slow = tmp_path / "slow"
        slow.mkdir()
        (slow / "git").write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
        (slow / "git").chmod(0o755)
        monkeypatch.setenv("PATH", str(slow), prepend=os.pathsep)
        assert bench.perform(address, timeout=0.05) == Outcome(error="not done after 0.05 s: raise --timeout")
        assert list(scratch.iterdir()) == []

    @pytest.mark.skipif(sys.platform != "linux", reason="limits of a process")
    def test_what_takes_too_much_memory_is_ended(self, tmp_path: Path, bench: Bench) -> None:
        address = estate.repository(tmp_path / "r", {"a.json": f'{{"customExtensionHandlers": "{"x" * 90_000_000}"}}'})
        outcome = bench.perform(address, memory=150_000_000)
        assert outcome.error is not None
        assert bench.perform(address).error is None

    def test_a_process_that_dies_costs_only_its_repository(
        self, tmp_path: Path, bench: Bench, monkeypatch: pytest.MonkeyPatch, scratch: Path
    ) -> None:
        address = estate.repository(tmp_path / "r", {"a.yaml": "customExtensionHandlerInstances: []\n"})
        dying = tmp_path / "dying"
        dying.mkdir()
        (dying / "yaml.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n")
        with monkeypatch.context() as patched:
            patched.setattr(sys, "path", [str(dying), *sys.path])
            outcome = bench.perform(address)
            assert (outcome.error, outcome.again) == ("its process ended with signal 11", True)
            other = estate.repository(tmp_path / "other", {"a.py": estate.OLD})
            assert bench.perform(other) == Outcome(findings=1)
        assert list(scratch.iterdir()) == []

    def test_where_not_even_the_start_succeeds_it_is_said_why(
        self, tmp_path: Path, bench: Bench, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        address = estate.repository(tmp_path / "r", {"a.py": estate.OLD})
        monkeypatch.setattr(sys, "path", [])
        outcome = bench.perform(address)
        assert outcome.again
        assert outcome.error == "its process ended with exit code 1: ModuleNotFoundError: No module named 'migrate_ext'"


class TestHostileRepositories:
    """Nothing that a repository names is started; each test shows first that it could be."""

    @pytest.fixture
    def marks(self, tmp_path: Path) -> Path:
        """A folder in which every program leaves a file when it is started."""
        folder = tmp_path / "marks"
        folder.mkdir()
        return folder

    def program(self, marks: Path, path: Path) -> str:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\ntouch '{marks}/{path.name}'\ncat\n", encoding="utf-8")
        path.chmod(0o755)
        return str(path)

    def test_filters_and_lfs_are_not_run(self, tmp_path: Path, bench: Bench, marks: Path) -> None:
        for name in ("evil", "lfs"):
            smudge = self.program(marks, tmp_path / "bin" / name)
            git("config", "--global", f"filter.{name}.smudge", smudge)
            git("config", "--global", f"filter.{name}.clean", "cat")
            git("config", "--global", f"filter.{name}.required", "true")
        pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"
        files = {"a.py": estate.OLD, "b.bin": pointer, ".gitattributes": "*.py filter=evil\n*.bin filter=lfs\n"}
        address = estate.repository(tmp_path / "r", {**files})
        git("clone", "--quiet", address, str(tmp_path / "plain"))
        assert {path.name for path in marks.iterdir()} == {"evil", "lfs"}, "a plain clone runs them"
        shutil.rmtree(marks)
        marks.mkdir()
        assert bench.perform(address) == Outcome(findings=1)
        assert list(marks.iterdir()) == []

    def test_hooks_are_not_run_be_they_from_a_template_or_a_folder(
        self, tmp_path: Path, bench: Bench, marks: Path
    ) -> None:
        for name in ("post-checkout", "reference-transaction", "post-index-change"):
            self.program(marks, tmp_path / "template" / "hooks" / name)
        git("config", "--global", "init.templateDir", str(tmp_path / "template"))
        address = estate.repository(tmp_path / "r", {"a.py": estate.OLD})
        for path in marks.iterdir():
            path.unlink()
        git("clone", "--quiet", address, str(tmp_path / "plain"))
        assert len(list(marks.iterdir())) == 3, "a plain clone runs them"
        git("config", "--global", "core.hooksPath", str(tmp_path / "template" / "hooks"))
        for path in marks.iterdir():
            path.unlink()
        assert bench.perform(address) == Outcome(findings=1)
        assert list(marks.iterdir()) == []

    def test_submodules_are_not_fetched(self, tmp_path: Path, bench: Bench) -> None:
        inner = estate.repository(tmp_path / "inner", {"a.py": estate.OLD})
        outer = estate.repository(tmp_path / "outer", {"a.py": estate.OLD})
        git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "sub", folder=Path(outer))
        estate.commit(Path(outer), {})
        git("config", "--global", "submodule.recurse", "true")
        git("config", "--global", "fetch.recurseSubmodules", "true")
        assert bench.perform(outer) == Outcome(findings=1)
        assert [row["path"] for row in bench.entry(outer)["report"]["findings"]] == ["a.py"]

    def test_modules_of_the_repository_are_not_imported(self, tmp_path: Path, bench: Bench, marks: Path) -> None:
        names = ("migrate_ext/__init__", "click", "yaml", "libcst/__init__", "json", "re", "sitecustomize", "pathspec")
        code = "open({!r}, 'w')\n"
        address = estate.repository(
            tmp_path / "r",
            {"a.py": estate.OLD, "b.yaml": "customExtensionHandlers: []\n"}
            | {f"{name}.py": code.format(f"{marks}/{name.split('/')[0]}") for name in names},
        )
        assert bench.perform(address).error is None
        assert list(marks.iterdir()) == []

    def test_the_bytes_are_those_of_the_commit(self, tmp_path: Path, bench: Bench) -> None:
        attributes = "*.py eol=crlf ident working-tree-encoding=UTF-16\n*.json text eol=crlf\n"
        address = estate.repository(tmp_path / "r", {"a.py": estate.OLD})
        (tmp_path / "r/.git/info/attributes").write_text("* -text -working-tree-encoding\n", encoding="utf-8")
        estate.commit(Path(address), {".gitattributes": attributes})
        assert bench.perform(address) == Outcome(findings=1)

    def test_links_out_of_the_repository_are_not_followed(self, tmp_path: Path, bench: Bench) -> None:
        (tmp_path / "outside.py").write_text(estate.OLD, encoding="utf-8")
        (tmp_path / "outside.toml").write_text("ingore = []\n", encoding="utf-8")
        folder = tmp_path / "r"
        folder.mkdir()
        (folder / "link.py").symlink_to(tmp_path / "outside.py")
        (folder / "pyproject.toml").symlink_to(tmp_path / "outside.toml")
        git("init", "--quiet", folder=folder)
        estate.commit(folder, {"a.py": estate.OLD})
        assert bench.perform(folder) == Outcome(findings=1)

    def test_variables_that_point_git_elsewhere_do_not_count(
        self, tmp_path: Path, bench: Bench, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As where the command is started by a hook."""
        address = estate.repository(tmp_path / "r", {"a.py": estate.OLD})
        other = estate.repository(tmp_path / "other", {"a.py": TWO})
        monkeypatch.setenv("GIT_DIR", f"{other}/.git")
        monkeypatch.setenv("GIT_WORK_TREE", other)
        monkeypatch.setenv("GIT_INDEX_FILE", f"{other}/.git/index")
        assert bench.perform(address) == Outcome(findings=1)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs to see the processes of a process")
def test_the_processes_end_with_the_worker_and_leave_no_clone(tmp_path: Path, scratch: Path) -> None:
    """Where the worker is killed it cannot tell anyone."""
    files = {f"m{n}.py": estate.OLD.replace("runs", f"runs_{n}") * 300 for n in range(30)}
    address = estate.repository(tmp_path / "r", {**files})
    job = Job(Repository(address), str(tmp_path / "state"), 60, 4 * GIGA, GIGA)
    code = f"import tempfile; tempfile.tempdir = {str(scratch)!r}\n"
    code += "from migrate_ext.fleet.processes import *\n"
    code += f"perform(Job(Repository({address!r}), *{tuple(job)[1:]!r}))\n"
    environment = {**os.environ, "PYTHONPATH": str(Path(processes.__file__).parents[2])}
    with subprocess.Popen([sys.executable, "-c", code], env=environment) as worker:
        while not list(scratch.glob("*/clone/m29.py")):
            assert worker.poll() is None
            time.sleep(0.01)
        (parent,) = children(worker.pid)
        (fork,) = children(parent)
        os.kill(worker.pid, signal.SIGKILL)
    until = time.monotonic() + 30
    while any(Path(f"/proc/{pid}").exists() for pid in (parent, fork)):
        assert time.monotonic() < until
        time.sleep(0.02)
    assert not list(scratch.glob("*/clone"))
    assert not list((tmp_path / "state").glob("*/*"))


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
