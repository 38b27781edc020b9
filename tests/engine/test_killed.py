"""Real processes that are ended at each step on the way to a file."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import migrate_ext
from migrate_ext.engine.files import TEMPORARY
from tests import faults
from tests.door import run

ROOT = str(Path(migrate_ext.__file__).parent.parent)
OLD_REPORT = '{"old": "report"}'

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and signals")


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A group of two files, a file for itself, and the report of an earlier run."""
    folder = tmp_path / "template"
    folder.mkdir()
    monkeypatch.chdir(folder)
    faults.make_tree()
    Path("report.json").write_text(OLD_REPORT, encoding="utf-8")
    return folder


def ended_at_each_call(name: str, template: Path) -> list[tuple[Path, int]]:
    """The folders of the runs, and how each ended."""
    runs = template.parent / "runs"
    runs.mkdir()
    command = [sys.executable, "-m", "tests.engine.killed", name, str(template), str(runs)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([ROOT, str(Path(__file__).parents[2])])}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=300)
    codes = [int(line) for line in done.stdout.split()]
    folders = sorted(runs.iterdir())
    assert len(folders) == len(codes)
    assert len(codes) > 40, "each of three files and the report takes more than ten calls"
    assert "Traceback" not in done.stderr
    return list(zip(folders, codes, strict=True))


def leftovers(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.name.startswith(TEMPORARY)]


def states(folder: Path) -> tuple[str, ...]:
    """Whether each file is old or new; nothing else is allowed."""
    found = []
    for path, old in faults.OLD.items():
        content = (folder / path).read_bytes()
        assert content in (old, faults.NEW[path]), f"{folder.name}: {path} is torn"
        found.append("old" if content == old else "new")
    report = (folder / "report.json").read_text(encoding="utf-8")
    assert report == OLD_REPORT or json.loads(report)["schema_version"] == 1
    return tuple(found)


def test_killed_at_any_moment_each_file_is_wholly_old_or_wholly_new(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What such a run leaves is recognised, and the next run removes it and does the rest."""
    seen = set()
    left = 0
    for folder, code in ended_at_each_call("SIGKILL", template):
        assert code == -signal.SIGKILL
        seen.add(states(folder))
        left += len(leftovers(folder))
        monkeypatch.chdir(folder)
        assert run("fix", "--format", "json", "--output", "report.json", ".").code == 0
        assert set(states(folder)) == {"new"}
        assert leftovers(folder) == []
    assert left > 20, "the signal came while temporary files were there"
    assert {("old", "old", "old"), ("new", "new", "old"), ("new", "new", "new")} < seen


@pytest.mark.parametrize(("name", "expected"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_that_asks_leaves_no_temporary_file_and_no_half_group(
    name: str, expected: int, template: Path
) -> None:
    seen = set()
    for folder, code in ended_at_each_call(name, template):
        assert code == expected
        first, second, alone = states(folder)
        assert first == second
        assert leftovers(folder) == []
        seen.add((first, alone))
    assert seen == {("old", "old"), ("new", "old"), ("new", "new")}


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs to see the workers of a process")
def test_sigterm_ends_a_run_with_the_shell_s_usual_code(tmp_path: Path) -> None:
    """With workers, too; none of them stays behind."""
    source = "".join(f'def f{n}(request):\n    return request["customExtensionHandlerInstances"]\n' for n in range(700))
    for number in range(12):
        (tmp_path / f"m{number}.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "migrate_ext", "check", "--jobs", "2", "--format", "json", "."]
    environment = {**os.environ, "PYTHONPATH": ROOT}
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    ) as process:
        while len(workers := Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()) < 2:
            assert process.poll() is None, "no worker was started"
            time.sleep(0.01)
        process.terminate()
        out, err = process.communicate(timeout=60)
    assert process.returncode == 143
    assert err == b"interrupted: the report holds what was found so far\n"
    assert json.loads(out)["summary"]["files_analyzed"] < 12
    deadline = time.monotonic() + 20
    while any(map(lives, workers)):
        assert time.monotonic() < deadline, "a worker outlived its run"
        time.sleep(0.01)


def lives(pid: str) -> bool:
    """Whether a process is there and has not yet ended, for nobody may have asked how it ended."""
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False


def test_killed_from_outside_at_random(tmp_path: Path) -> None:
    """The same by the clock, and with files that take their time to be written."""
    filler = b"# " + b"x" * 100_000 + b"\n"
    old, new = (content[faults.ALONE] + filler for content in (faults.OLD, faults.NEW))
    names = [f"m{number:02}.py" for number in range(24)]
    for name in names:
        (tmp_path / name).write_bytes(old)
    command = [sys.executable, "-m", "migrate_ext", "fix", "--jobs", "1", "-q", "."]
    environment = {**os.environ, "PYTHONPATH": ROOT}
    chance = random.Random(8)  # noqa: S311 - a seed makes it the same each time
    for _ in range(4):
        with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, env=environment) as process:
            begun = inodes(tmp_path)
            while process.poll() is None and inodes(tmp_path) == begun:
                time.sleep(0.001)
            time.sleep(chance.random() / 50)
            process.kill()
        assert {(tmp_path / name).read_bytes() for name in names} <= {old, new}
        assert len(leftovers(tmp_path)) <= 1
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert {(tmp_path / name).read_bytes() for name in names} == {new}


def inodes(folder: Path) -> set[int]:
    return {entry.inode() for entry in os.scandir(folder)}
