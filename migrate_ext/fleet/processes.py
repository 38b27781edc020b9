"""A process for each repository: whatever happens to it costs this repository only.

A worker starts one process that has everything imported and forks it for each repository, for the import takes longer
than most checks. Jobs go in by its standard input, one at a time, and how the fork ended comes out; the outcome itself
is a file. The end of the standard input says that the worker is gone: then nobody waits for the fork any more.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from typing import NoReturn

from migrate_ext.fleet.lines import Repository
from migrate_ext.fleet.one import LONGEST, Job, Outcome, attempt

_GRACE = 10
"""Seconds for cleaning up, before a process is killed."""


def perform(job: Job) -> Outcome:
    """Check a repository in a new process, which keeps the report."""
    try:
        parent = _IDLE.get_nowait()
    except queue.Empty:
        parent = _Parent()
    with tempfile.TemporaryDirectory(prefix="migrate-ext-fleet-", ignore_cleanup_errors=True) as folder:
        try:
            code, late = parent.fork(folder, job)
        except (OSError, ValueError):
            return Outcome(error=parent.end(), again=True)
        _IDLE.put(parent)
        if late:
            return Outcome(error=f"not done after {job.timeout:g} s: raise --timeout")
        if code:
            with open(os.path.join(folder, "said"), "rb") as said:
                return Outcome(error=_ended(code, said.read()), again=True)
        with open(os.path.join(folder, "outcome"), encoding="utf-8") as stream:
            return Outcome(*json.load(stream))


def end_all() -> None:
    """End the processes that wait for a job."""
    with contextlib.suppress(queue.Empty):
        while True:
            _IDLE.get_nowait().end()


class _Parent:
    """The process that is forked."""

    def __init__(self) -> None:
        # it must import what this process does, and nothing from a working directory
        paths = [os.path.abspath(path) for path in sys.path if path]
        start = f"import sys; sys.path[:] = {paths!r}; from migrate_ext.fleet.processes import serve; serve()"
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", start],
            cwd=os.sep,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            start_new_session=True,
        )

    def fork(self, folder: str, job: Job) -> tuple[int, bool]:
        """Wait for a fork that does a job; its exit code, and whether it took too long."""
        assert self._process.stdin is not None  # noqa: S101 - pipes were asked for
        assert self._process.stdout is not None  # noqa: S101
        self._process.stdin.write(json.dumps([folder, *job]).encode() + b"\n")
        self._process.stdin.flush()
        code, late = json.loads(self._process.stdout.readline())
        return code, late

    def end(self) -> str:
        """End it, unless it did by itself; how it ended."""
        with self._said, contextlib.suppress(BrokenPipeError):
            self._process.communicate()
            self._said.seek(0)
            return _ended(self._process.returncode, self._said.read())
        return "its process ended"


_IDLE: queue.SimpleQueue[_Parent] = queue.SimpleQueue()


def _ended(code: int, said: bytes) -> str:
    lines = said.decode("utf-8", "replace").split("\n")
    last = next((line for line in reversed(lines) if line.strip()), "")
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    return f"its process ended with {how}{f': {last}' if last else ''}"[:LONGEST]


def serve() -> None:
    """Import and make everything that a check needs, then fork for each job."""
    from migrate_ext.engine.options import Buffer, Options
    from migrate_ext.engine.runner import check
    from migrate_ext.graph.catalogue import RULES
    from migrate_ext.reports.json import to_dict

    for rule in RULES.values():
        name = f"example.{'py' if rule.language == 'python' else rule.language}"
        to_dict(check(Options(paths=(), buffer=Buffer(name, rule.before), isolated=True)))
    while line := sys.stdin.buffer.readline():
        folder, repository, *rest = json.loads(line)
        answer = _forked(folder, Job(Repository(*repository), *rest))
        print(json.dumps(answer), flush=True)  # noqa: T201 - it is the answer


def _forked(folder: str, job: Job) -> tuple[int, bool]:
    ended, ending = os.pipe()  # of which the fork never writes: its end closes it
    pid = os.fork()
    if pid == 0:
        _fork(folder, job)
    os.close(ending)
    ready, _, _ = select.select([ended, sys.stdin], [], [], job.timeout)
    late = ended not in ready
    if late:
        os.kill(pid, signal.SIGINT)
        select.select([ended], [], [], _GRACE)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)  # with all that it started; it is not waited for yet, so the number is its own
    _, status = os.waitpid(pid, 0)
    os.close(ended)
    if sys.stdin in ready:
        shutil.rmtree(folder, ignore_errors=True)
    return os.waitstatus_to_exitcode(status), late


def _fork(folder: str, job: Job) -> NoReturn:
    """Do a job, leave its outcome in the folder and end."""
    os.setsid()
    code = 1
    clone = os.path.join(folder, "clone")
    with open(os.path.join(folder, "said"), "wb", buffering=0) as said:
        os.dup2(said.fileno(), sys.stderr.fileno())
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # workers keep it from themselves and from us
        _limit(job)
        outcome = attempt(job, clone)
        with open(os.path.join(folder, "outcome"), "w", encoding="utf-8") as stream:
            json.dump(outcome, stream)
        code = 0
    except BaseException:  # noqa: BLE001 - the last word of a process
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os.chdir(folder)
        shutil.rmtree(clone, ignore_errors=True)
        os._exit(code)


def _limit(job: Job) -> None:
    """Bound memory and files, also of the programs that are started; where the system cannot, it is left."""
    import resource

    for kind, most in ((resource.RLIMIT_AS, job.memory), (resource.RLIMIT_FSIZE, job.disk)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))
