"""Real workers of Dask: nothing is lost where one is killed, and Ctrl-C leaves a state that resumes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import migrate_ext
from tests.fleet import estate
from tests.repository import git

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.importorskip("distributed", reason="the extra `fleet` installs it")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs to see the processes of a process"),
]

SMALL, DAMAGED, HUGE = 48, "damaged", "huge"
NAMES = [*(f"r{number}" for number in range(SMALL)), DAMAGED, HUGE]
LOCAL_CLUSTER = """\
import json, sys
from distributed import LocalCluster
if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    print(json.dumps([cluster.scheduler_address, [worker.pid for worker in cluster.workers.values()]]), flush=True)
    sys.stdin.read()
    cluster.close()
"""


@pytest.fixture(scope="module")
def repositories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fifty repositories and their list; of the small ones every second has one finding."""
    root = tmp_path_factory.mktemp("fleet")
    for number in range(SMALL):
        estate.repository(root / f"r{number}", {"a.py": estate.OLD if number % 2 else estate.CLEAN})
    estate.damaged(root / DAMAGED)
    huge = {f"p{n // 100}/m{n}.py": estate.CLEAN * 50 for n in range(3000)}
    huge |= {f"old/m{n}.py": "".join(estate.OLD.replace("runs", f"runs_{k}") for k in range(100)) for n in range(20)}
    estate.repository(root / HUGE, huge)
    (root / "list.txt").write_text("".join(f"{name} label=team-{name[-1]}\n" for name in NAMES), encoding="utf-8")
    return root


@pytest.fixture
def started(repositories: Path, tmp_path: Path) -> Iterator[Any]:
    """Starts the command; whatever is left of it is killed in the end."""
    environment = {**os.environ, "PYTHONPATH": str(Path(migrate_ext.__file__).parents[1]), "TMPDIR": str(tmp_path)}
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=repositories,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        running.append(process)
        return process

    yield start
    for process in running:
        with process:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue


def fleet(*arguments: str) -> tuple[str, ...]:
    return ("-m", "migrate_ext", "fleet", "list.txt", "--workers", "2", "--verbose", *arguments)


def children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for threads in text for child in threads.read_text().split()]


def heard(process: subprocess.Popen[str], lines: int) -> list[str]:
    """The first lines of what the command says of its repositories."""
    assert process.stderr is not None
    said = [process.stderr.readline() for _ in range(lines)]
    assert all(said), said
    return said


def check(items: list[dict[str, Any]], root: Path) -> None:
    """Every repository is there once, with what it holds."""
    assert [item["repository"] for item in items] == [str(root / name) for name in NAMES]
    found = {Path(item["repository"]).name: item for item in items}
    for number in range(SMALL):
        assert found[f"r{number}"]["report"]["summary"]["findings"] == number % 2
    assert found[DAMAGED]["report"] is None
    assert found[DAMAGED]["error"].startswith("git fetch: ")
    assert found[HUGE]["report"]["summary"]["findings"] == 2000
    assert found[HUGE]["report"]["summary"]["files_scanned"] == 3020


def busy(workers: list[int]) -> int:
    """A worker that has a repository under way."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        for worker in workers:
            if children(worker):
                return worker
    pytest.fail("no worker is at work")


def of_dask(pid: int) -> list[int]:
    """The workers that the command started."""
    return [pid for pid in children(pid) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def test_a_killed_worker_of_its_own_loses_nothing(repositories: Path, started: Any, tmp_path: Path) -> None:
    process = started(*fleet("--state", str(tmp_path / "state")))
    said = heard(process, 8)
    os.kill(busy(of_dask(process.pid)), signal.SIGKILL)
    out, rest = process.communicate(timeout=300)
    check(json.loads(out), repositories)
    assert process.returncode == 2
    assert len(said) + len(rest.splitlines()) == len(NAMES), "no word of Dask's"


def test_a_killed_worker_of_a_cluster_loses_nothing(repositories: Path, started: Any, tmp_path: Path) -> None:
    script = tmp_path / "cluster.py"
    script.write_text(LOCAL_CLUSTER, encoding="utf-8")
    cluster = started(str(script))
    address, workers = json.loads(cluster.stdout.readline())
    process = started(*fleet("--state", str(tmp_path / "state"), "--scheduler", address))
    heard(process, 8)
    os.kill(busy(workers), signal.SIGKILL)
    out, _ = process.communicate(timeout=300)
    check(json.loads(out), repositories)


def test_a_lost_scheduler_is_one_line_and_the_state_resumes(repositories: Path, started: Any, tmp_path: Path) -> None:
    script = tmp_path / "cluster.py"
    script.write_text(LOCAL_CLUSTER, encoding="utf-8")
    cluster = started(str(script))
    address, _ = json.loads(cluster.stdout.readline())
    state = str(tmp_path / "state")
    process = started(*fleet("--state", state, "--scheduler", address))
    said = heard(process, 8)
    os.killpg(cluster.pid, signal.SIGKILL)
    out, rest = process.communicate(timeout=200)
    assert (process.returncode, out) == (2, "")
    *more, last = rest.splitlines()
    assert last == "migrate-ext: the scheduler is gone: the same command goes on once it is back"
    out, err = started(*fleet("--state", state)).communicate(timeout=300)
    check(json.loads(out), repositories)
    assert err.count(", as before") >= len(said) + len(more) - 1


def test_ctrl_c_leaves_a_state_that_resumes(repositories: Path, started: Any, tmp_path: Path) -> None:
    state = str(tmp_path / "state")
    process = started(*fleet("--state", state))
    said = heard(process, 8)
    begun = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    out, rest = process.communicate(timeout=60)
    assert time.monotonic() - begun < 20
    assert process.returncode == 130
    *more, last = rest.splitlines()
    done = len(said) + len(more)
    assert (
        last
        == f"interrupted after {done} of 50 repositories: the same command goes on from here, for {state} holds them"
    )
    assert len(json.loads(out)) == done
    assert not list(tmp_path.glob("migrate-ext-fleet-*")), "no clone is left"

    process = started(*fleet("--state", state))
    out, err = process.communicate(timeout=300)
    check(json.loads(out), repositories)
    assert err.count(", as before") >= done - 1  # all of them but the damaged one


def test_only_what_has_changed_is_done_again(repositories: Path, started: Any, tmp_path: Path) -> None:
    state = str(tmp_path / "state")
    first = started(*fleet("--state", state)).communicate(timeout=300)[0]
    check(json.loads(first), repositories)
    changed = repositories / "r0"
    before = git("rev-parse", "HEAD", folder=changed).strip()
    estate.commit(changed, {"a.py": estate.OLD})
    try:
        out, err = started(*fleet("--state", state)).communicate(timeout=300)
    finally:
        git("reset", "--hard", "--quiet", before, folder=changed)
    assert f"{changed}: 1 finding, checked\n" in err
    assert err.count(", as before") == len(NAMES) - 2  # but for the changed and the damaged one
    old, new = ({item["repository"]: item["report"] for item in json.loads(text)} for text in (first, out))
    assert [name for name in new if new[name] != old[name]] == [str(changed)]


def test_a_scheduler_that_does_not_answer_is_said(started: Any, tmp_path: Path) -> None:
    address = "tcp://127.0.0.1:9"
    process = started(*fleet("--state", str(tmp_path / "state"), "--scheduler", address))
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out) == (2, "")
    assert err.startswith(f"migrate-ext: {address}: no scheduler answers: ")
    assert err.count("\n") == 1
