"""Ctrl-C in a process of its own: at once, with what was found so far, and never with half a file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import migrate_ext

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = str(Path(migrate_ext.__file__).parent.parent)
FILES = 16
OLD = "".join(f'def runs_{n}(request):\n    return request["customExtensionHandlerInstances"]\n' for n in range(700))
NEW = OLD.replace("HandlerInstances", "CalloutInstances")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Some seconds of work: files that could each be rewritten."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", ROOT)
    for number in range(FILES):
        (tmp_path / f"m{number}.py").write_text(OLD, encoding="utf-8")
    return tmp_path


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "migrate_ext", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()  # so that a run that hangs fails its test and does not hang it too


def children(process: subprocess.Popen[str]) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs to see the workers of a process")
def test_workers_end_with_the_run_and_what_was_found_is_reported() -> None:
    with started("check", "--jobs", "2", "--format", "json", ".") as process:
        while len(workers := children(process)) < 2:
            assert process.poll() is None, "no worker was started"
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGINT)
        begun = time.monotonic()
        out, err = process.communicate(timeout=60)
        assert time.monotonic() - begun < 20, "it ends at once, whatever the workers are at"
    assert process.returncode == 130
    assert err == "interrupted: the report holds what was found so far\n"
    assert json.loads(out)["summary"]["files_analyzed"] < FILES
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)


@pytest.mark.parametrize("seconds", [0.5, 2.0])
def test_a_file_is_wholly_old_or_wholly_new(seconds: float, work: Path) -> None:
    """Wherever the run is then."""
    with started("fix", "--jobs", "1", "--format", "json", ".") as process:
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert sorted(path.name for path in work.iterdir()) == sorted(f"m{number}.py" for number in range(FILES))
    changed = [path.read_text(encoding="utf-8") for path in work.iterdir()]
    assert set(changed) <= {OLD, NEW}
    early = process.returncode == -signal.SIGINT  # Python was still starting: nothing can have been written
    assert not early or set(changed) == {OLD}
    assert early or process.returncode == 130 or (process.returncode == 0 and set(changed) == {NEW})
