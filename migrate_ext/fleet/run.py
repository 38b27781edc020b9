"""All repositories of a list: which are under way, which are tried again, and what it comes to."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections import deque
from typing import TYPE_CHECKING, TypedDict

from migrate_ext.engine.options import UsageError
from migrate_ext.fleet.lines import read
from migrate_ext.fleet.one import Job, Outcome, now
from migrate_ext.fleet.state import State, encoded, entry
from migrate_ext.reports.words import plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from migrate_ext.engine.options import Progress
    from migrate_ext.fleet.lines import Repository

_MEGA = 1_000_000


class Settings(TypedDict):
    """Options of `fleet`."""

    output: str | None
    """A file for the JSON; None is stdout."""
    state: str | None
    """A folder that is kept; None is one for this run only."""
    against: str | None
    """The folder of an earlier state."""
    scheduler: str | None
    """Address of a Dask scheduler; None starts workers on this machine."""
    workers: int | None
    retries: int
    timeout: float
    """Seconds for a repository."""
    memory: int
    """Megabytes of address space for a repository's process."""
    disk: int
    """Megabytes for a repository's pack, and as much for its files."""
    quiet: bool
    verbose: bool


class Total:
    """What the coordinator knows while it waits: some bytes a repository."""

    def __init__(self, repositories: Sequence[Repository]) -> None:
        self.repositories = repositories
        self.done = bytearray(len(repositories))
        """1 where a repository has its entry."""
        self.number = 0
        """How many have."""
        self.findings = 0
        self.failed = False
        self.interrupted = False

    @property
    def exit_code(self) -> int:
        """As that of `check`."""
        if self.interrupted:
            return 130
        return 2 if self.failed else int(self.findings > 0)


def run(path: str, settings: Settings, say: Callable[[str], None], progress: Progress | None = None) -> int:
    """Check the repositories that a file lists, and write the JSON of them all; the exit code.

    `say` is told a line of each repository that failed, or of every one.
    Raises `UsageError` where the list, the scheduler or a folder is none.
    """
    repositories = read(path)
    earlier = None if settings["against"] is None else State(settings["against"])
    if earlier is not None and not os.path.isdir(earlier.folder):
        message = f"{earlier.folder}: no such folder: name one that --state made"
        raise UsageError(message)
    if settings["state"] is None and settings["scheduler"] is not None:
        raise UsageError("--scheduler needs --state: a folder that all its workers reach under the same name")
    with contextlib.ExitStack() as stack:
        folder = settings["state"] or stack.enter_context(tempfile.TemporaryDirectory(prefix="migrate-ext-fleet-"))
        state = State(folder)
        state.create()
        total = Total(repositories)
        try:
            _Course(total, state, settings, say, progress).go()
        except KeyboardInterrupt:
            total.interrupted = True
        _write(_pieces(total, state, earlier), settings["output"])
    if total.interrupted:
        say(_resume(total, settings["state"]))
    return total.exit_code


def _write(pieces: Iterator[bytes], output: str | None) -> None:
    if output is None:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
        return
    from migrate_ext.engine.files import write_pieces

    try:
        write_pieces(output, pieces)
    except OSError as error:
        message = f"{output}: {error.strerror}: choose another file for the report"
        raise UsageError(message) from error


def _resume(total: Total, state: str | None) -> str:
    counts = f"interrupted after {total.number} of {len(total.done)} repositories"
    if state is None:
        return f"{counts}: with --state DIR the next run could go on from here"
    return f"{counts}: the same command goes on from here, for {state} holds them"


def _pieces(total: Total, state: State, earlier: State | None) -> Iterator[bytes]:
    """The JSON, a repository a line; only one of them is in memory."""
    before = b"[\n"
    for index, repository in enumerate(total.repositories):
        if not total.done[index]:
            continue
        known = state.load(repository)
        if known is None:
            known = entry(repository, error="its entry in the state folder cannot be read")
            total.failed = True
        was = None if earlier is None else earlier.load(repository)
        given = {
            "repository": known["repository"],
            "revision": known["revision"],
            "label": repository.label,
            "before": was["report"]["summary"]["findings"] if was is not None and was["report"] else None,
        }
        yield before + encoded(given | known)
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


class _Course:
    """The way of all repositories through the cluster."""

    def __init__(
        self, total: Total, state: State, settings: Settings, say: Callable[[str], None], progress: Progress | None
    ) -> None:
        self._total, self._state, self._settings = total, state, settings
        self._say, self._progress = say, progress
        self._attempts: dict[int, int] = {}
        self._again: deque[int] = deque()

    def go(self) -> None:
        """Until every repository has an entry."""
        waiting = []
        for index, repository in enumerate(self._total.repositories):
            if repository.refused is None:
                waiting.append(index)
            else:
                self._fail(index, repository.refused)
        if not waiting:
            return
        from migrate_ext.fleet.cluster import connected, outcomes

        first = iter(waiting)
        with connected(self._settings["scheduler"], self._settings["workers"]) as client:
            for index, outcome in outcomes(client, lambda: self._next(first)):
                self._take(index, outcome)

    def _next(self, first: Iterator[int]) -> tuple[int, Job] | None:
        """A repository that was not tried, else one that failed."""
        index = next(first, None)
        if index is None:
            if not self._again:
                return None
            index = self._again.popleft()
        settings = self._settings
        limits = settings["timeout"], settings["memory"] * _MEGA, settings["disk"] * _MEGA
        return index, Job(self._total.repositories[index], self._state.folder, *limits)

    def _take(self, index: int, outcome: Outcome) -> None:
        if outcome.error is None and not self._state.holds(self._total.repositories[index]):
            self._fail(index, f"its report is not in {self._state.folder}: do all workers reach this folder?")
        elif outcome.error is None:
            self._total.findings += outcome.findings
            self._total.failed |= outcome.incomplete
            how = "as before" if outcome.known else "checked"
            self._end(index, f"{plural(outcome.findings, 'finding')}, {how}" if self._settings["verbose"] else None)
        elif outcome.again and self._attempts.get(index, 0) < self._settings["retries"]:
            self._attempts[index] = self._attempts.get(index, 0) + 1
            self._again.append(index)
        else:
            self._fail(index, outcome.error)

    def _fail(self, index: int, reason: str) -> None:
        repository = self._total.repositories[index]
        self._state.save(repository, entry(repository, time=now(), error=reason))
        self._total.failed = True
        self._end(index, reason)

    def _end(self, index: int, line: str | None) -> None:
        total, name = self._total, self._total.repositories[index].name
        total.done[index] = 1
        total.number += 1
        if line is not None:
            self._say(f"{name}: {line}")
        if self._progress is not None:
            self._progress(total.number, len(total.done), total.findings, name)
