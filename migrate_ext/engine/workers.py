"""Extraction of many files, in several processes where the work pays for them."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.core.report import RunError
from migrate_ext.languages import PYTHON, extractor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
) -> Iterator[Facts | RunError]:
    """The facts of each file, in the order of `jobs`; a file that the tool fails on costs only itself."""
    count = _useful(jobs, workers)
    if count == 1:
        for job in jobs:
            yield _one(job, extract)
    else:
        yield from _in_processes(jobs, extract, count)


def _useful(jobs: Sequence[Job], workers: int | None) -> int:
    wanted = workers or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
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


def _unpacked(packed: bytes) -> Facts | RunError:
    outcome: Facts | RunError = pickle.loads(packed)  # noqa: S301 - from a worker of this very run
    return outcome


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
) -> Iterator[Facts | RunError]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    for kind in {job.kind for job in jobs}:
        extractor(kind)  # a forked worker has then nothing left to import
    others = set(multiprocessing.active_children())
    largest_first = sorted(range(len(jobs)), key=lambda index: -len(jobs[index].source.text))
    with ProcessPoolExecutor(count, initializer=_begin_worker) as pool:
        waiting = {index: pool.submit(_packed, jobs[index], extract) for index in largest_first}
        try:
            for index, job in enumerate(jobs):
                try:
                    outcome = _unpacked(waiting[index].result())
                except BrokenProcessPool:
                    outcome = _alone(job, extract)
                yield outcome
        except BaseException:  # Ctrl-C: nobody waits for what the workers are at
            pool.shutdown(wait=False, cancel_futures=True)
            for child in set(multiprocessing.active_children()) - others:
                child.terminate()
            raise


def _begin_worker() -> None:
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends Ctrl-C to all: the first process decides


def _alone(job: Job, extract: Callable[[str, Source], Facts]) -> Facts | RunError:
    """Once a worker has died, each file has a process of its own, so that the culprit costs only itself."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(1) as pool:
        try:
            return _unpacked(pool.submit(_packed, job, extract).result())
        except BrokenProcessPool:
            return RunError(job.source.path, "internal", "the analysis of this file ended its process: exclude it")
