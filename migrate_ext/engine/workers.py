"""Extraction of many files, in several processes where the work pays for them."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.core.report import RunError
from migrate_ext.engine.signals import held
from migrate_ext.languages import PYTHON, extractor

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from multiprocessing.connection import Connection

    from migrate_ext.core.model import Facts
    from migrate_ext.core.source import Source

_PAYS = 400_000
"""So many code points of Python are worth the start of a worker."""
_QUICKER = 20
"""So many times faster a document is read than Python."""
_PICKLE_DEPTH = 12_000
"""Levels of recursion for pickling the facts of the deepest expression that is read (`syntax.MAX_DEPTH`)."""


class Job(NamedTuple):
    """One file to extract."""

    kind: str
    source: Source


def extract_all(
    jobs: Sequence[Job],
    extract: Callable[[str, Source], Facts],
    workers: int | None,
) -> Generator[Facts | RunError]:
    """The facts of each file, in the order of `jobs`; a file that the tool fails on costs only itself."""
    count = _useful(jobs, workers)
    if count == 1:
        for job in jobs:
            yield _one(job, extract)
    else:
        yield from _in_processes(jobs, extract, count)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _useful(jobs: Sequence[Job], workers: int | None) -> int:
    wanted = workers or processors()
    size = sum(len(job.source.text) // (1 if job.kind == PYTHON else _QUICKER) for job in jobs)
    return max(1, min(wanted, len(jobs), size // _PAYS + 1))


def _one(job: Job, extract: Callable[[str, Source], Facts]) -> Facts | RunError:
    try:
        return extract(job.kind, job.source)
    except Exception as error:  # noqa: BLE001 - one file's trouble must not cost the others' report
        return internal(job.source.path, error)


def _packed(job: Job, extract: Callable[[str, Source], Facts]) -> bytes:
    """What a worker sends: pickled here, where there is room for the recursion of pickling deep facts."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _PICKLE_DEPTH))
    try:
        return pickle.dumps(_one(job, extract), pickle.HIGHEST_PROTOCOL)
    except RecursionError as error:
        return pickle.dumps(internal(job.source.path, error))
    finally:
        sys.setrecursionlimit(limit)


def internal(path: str, error: Exception) -> RunError:
    """A mistake of the tool itself, with the place where it happened."""
    import traceback

    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(place.filename)}:{place.lineno}"
    return RunError(path, "internal", f"{type(error).__name__} at {where}: {error}: please report this")


def _in_processes(
    jobs: Sequence[Job],
    extract: Callable[[str, Source], Facts],
    count: int,
) -> Generator[Facts | RunError]:
    """Several files at a time, the largest first, each worker with a pipe of its own.

    The standard library's pools share pipes and locks between workers: they hang where one is ended in mid-sentence.
    """
    from multiprocessing.connection import wait

    for kind in {job.kind for job in jobs}:
        extractor(kind)  # a forked worker has then nothing left to import
    waiting = sorted(range(len(jobs)), key=lambda index: (len(jobs[index].source.text), -index))
    outcomes: dict[int, Facts | RunError] = {}
    workers: list[_Worker] = []
    try:
        for index in range(len(jobs)):
            while index not in outcomes:
                while waiting and len(workers) < count:
                    workers.append(_Worker(extract))
                    workers[-1].take(waiting.pop(), jobs)
                ready = wait([worker.pipe for worker in workers])
                for worker in [worker for worker in workers if worker.pipe in ready]:
                    outcome = worker.outcome()
                    outcomes[worker.index] = outcome or _died(jobs[worker.index])
                    if outcome is not None and waiting:
                        worker.take(waiting.pop(), jobs)
                    else:
                        workers.remove(worker)
                        worker.end()
            yield outcomes.pop(index)
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    """A process that extracts one file at a time."""

    def __init__(self, extract: Callable[[str, Source], Facts]) -> None:
        import multiprocessing

        self.pipe, theirs = multiprocessing.Pipe()
        self.index = -1
        """The job that it is at."""
        self._process = multiprocessing.Process(target=_work, args=(self.pipe, theirs, extract), daemon=True)
        with held():  # a process that is not yet known would belong to nobody
            self._process.start()
        theirs.close()

    def take(self, index: int, jobs: Sequence[Job]) -> None:
        """Let it begin with a job."""
        self.index = index
        with suppress(BrokenPipeError):  # it died; so its answer says
            self.pipe.send(jobs[index])

    def outcome(self) -> Facts | RunError | None:
        """What it found; None if it died."""
        try:
            packed = self.pipe.recv_bytes()
        except (EOFError, ConnectionError):
            return None
        outcome: Facts | RunError = pickle.loads(packed)  # noqa: S301 - from a worker of this very run
        return outcome

    def end(self) -> None:
        """Wait for nothing that it is at."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def _work(other_end: Connection, pipe: Connection, extract: Callable[[str, Source], Facts]) -> None:
    """What a worker does all its life."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends Ctrl-C to all: the first process decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    other_end.close()  # else its own copy would keep it waiting when the first process is gone
    with suppress(EOFError):
        while True:
            pipe.send_bytes(_packed(pipe.recv(), extract))


def _died(job: Job) -> RunError:
    return RunError(job.source.path, "internal", "the analysis of this file ended its process: exclude it")
