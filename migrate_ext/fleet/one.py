"""One repository, in a process of its own: whatever happens to it costs this repository only.

`perform` is what a Dask worker calls; it starts `main` in a new process, hands the job over on its standard input and
reads one line as the outcome. The report goes to the state folder. The end of the standard input tells the new process
that nobody waits for it any more, also where the worker was killed.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.fleet.lines import Repository
from migrate_ext.fleet.state import State, entry

if TYPE_CHECKING:
    from migrate_ext.fleet.state import Entry

_GRACE = 10
"""Seconds for cleaning up, before a process is killed."""
_LONGEST = 400
"""Characters of a message."""


class Job(NamedTuple):
    """A repository and what it may cost."""

    repository: Repository
    state: str
    """The folder of the state."""
    timeout: float
    """Seconds."""
    memory: int
    """Bytes of address space of each process."""
    disk: int
    """Bytes of the pack, and of the files."""


class Outcome(NamedTuple):
    """What the coordinator hears; everything else is in the state."""

    findings: int = 0
    error: str | None = None
    again: bool = False
    """Whether another attempt could succeed."""
    incomplete: bool = False
    """Whether the report has errors."""
    known: bool = False
    """Whether nothing was to be done."""


def now() -> str:
    """The time as entries hold it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def perform(job: Job) -> Outcome:
    """Check a repository in a new process, which keeps the report."""
    # the process must import what this one does, whatever the working directory holds
    paths = [os.path.abspath(path) for path in sys.path if path]
    start = f"import sys; sys.path[:] = {paths!r}; from migrate_ext.fleet.one import main; main()"
    with (
        tempfile.TemporaryDirectory(prefix="migrate-ext-fleet-", ignore_cleanup_errors=True) as folder,
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(
            [sys.executable, "-P", "-c", start],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
        ) as process,
    ):
        assert process.stdin is not None  # noqa: S101 - pipes were asked for
        assert process.stdout is not None  # noqa: S101
        late = False
        try:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(json.dumps([folder, *job]).encode() + b"\n")
                process.stdin.flush()
            process.wait(job.timeout)
        except subprocess.TimeoutExpired:
            late = True
            with contextlib.suppress(BrokenPipeError, subprocess.TimeoutExpired):
                process.stdin.close()
                process.wait(_GRACE)
        finally:
            if process.returncode is None:
                _kill(process)
        if late:
            return Outcome(error=f"not done after {job.timeout:g} s: raise --timeout")
        printed = process.stdout.read()
        process.wait()
        try:
            return Outcome(*json.loads(printed))
        except ValueError:
            errors.seek(0)
            return Outcome(error=_ended(process.returncode, errors.read()), again=True)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """The process and all that it started."""
    if not hasattr(os, "killpg"):
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _ended(code: int, said: bytes) -> str:
    lines = said.decode("utf-8", "replace").split("\n")
    last = next((line for line in reversed(lines) if line.strip()), "")
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    return f"its process ended with {how}{f': {last}' if last else ''}"[:_LONGEST]


def main() -> None:
    """Read a job, do it, print its outcome."""
    folder, repository, *rest = json.loads(sys.stdin.buffer.readline())
    job = Job(Repository(*repository), *rest)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # workers keep it from themselves and from us
    threading.Thread(target=_watch, daemon=True).start()
    _limit(job)
    try:
        outcome = _outcome(job, os.path.join(folder, "clone"))
    finally:
        os.chdir(folder)
        shutil.rmtree(os.path.join(folder, "clone"), ignore_errors=True)
    print(json.dumps(outcome))  # noqa: T201 - it is the answer


def _watch() -> None:
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGINT)


def _limit(job: Job) -> None:
    """Bound memory and files, also of the programs that are started; where the system cannot, it is left."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, job.memory), (resource.RLIMIT_FSIZE, job.disk)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _outcome(job: Job, folder: str) -> Outcome:
    from migrate_ext.engine.options import UsageError
    from migrate_ext.fleet.clone import CloneError

    try:
        return checked(job, folder)
    except CloneError as error:
        return Outcome(error=str(error)[:_LONGEST], again=error.again)
    except UsageError as error:
        return Outcome(error=str(error)[:_LONGEST])
    except MemoryError:
        return Outcome(error=f"it needs more than {job.memory // 1_000_000} MB of memory: raise --memory")
    except Exception as error:  # noqa: BLE001 - a row of the result says so, and the others go on
        from migrate_ext.engine.workers import internal

        return Outcome(error=internal("", error).message[:_LONGEST], again=True)


def checked(job: Job, folder: str) -> Outcome:
    """Check a repository in this very process, its clone being a new folder that is left behind."""
    from migrate_ext import __version__
    from migrate_ext.fleet import clone

    begun = time.monotonic()
    repository, state = job.repository, State(job.state)
    wanted, commit = clone.newest(repository.address, repository.revision)
    known = state.load(repository)
    if known is not None and known["commit"] == commit and known["report"]["tool"]["version"] == __version__:
        return _told(known)._replace(known=True)
    commit = clone.clone(repository.address, wanted, commit, folder, most=job.disk)
    os.chdir(folder)
    from migrate_ext.engine.options import Options, UsageError
    from migrate_ext.engine.runner import check
    from migrate_ext.reports.json import to_dict

    try:
        report = check(Options(jobs=1))
    except UsageError as error:
        return Outcome(error=f"its configuration: {error}"[:_LONGEST])
    if report.interrupted:
        raise KeyboardInterrupt
    seconds = round(time.monotonic() - begun, 3)
    new = entry(repository, commit=commit, time=now(), seconds=seconds, report=to_dict(report))
    state.save(repository, new)
    return _told(new)


def _told(known: Entry) -> Outcome:
    report = known["report"]
    return Outcome(findings=report["summary"]["findings"], incomplete=bool(report["errors"]))
