"""Dask, and nothing of it elsewhere."""

from __future__ import annotations

import contextlib
import logging
import signal
import tempfile
import time
import warnings
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any

from migrate_ext.engine.options import UsageError
from migrate_ext.engine.signals import held
from migrate_ext.engine.workers import processors
from migrate_ext.fleet.one import LONGEST, Job, Outcome
from migrate_ext.fleet.processes import perform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AHEAD = 2
"""Jobs under way for each that is worked on: more would only fill the scheduler's memory."""
_LEAST_AHEAD = 8
"""So many even where there is no worker yet, so that a cluster that grows with its work begins to."""
_COUNTED_AGAIN = 5
"""Seconds between two looks at how many workers there are."""
_PATIENCE = 30
"""Seconds to wait for a scheduler."""


@contextlib.contextmanager
def _interrupts(*, heard: bool) -> Iterator[None]:
    """Let Ctrl-C through, or let it wait: Dask neither starts nor ends in good order where it is interrupted.

    Threads and processes that are started meanwhile never hear it. A terminal sends it to them all.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # with the first process it would be started, and then let Ctrl-C through
    how = signal.SIG_UNBLOCK if heard else signal.SIG_BLOCK
    before = signal.pthread_sigmask(how, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def connected(address: str | None, workers: int | None) -> Iterator[Any]:
    """A client of the scheduler at an address, or of workers that are started here and ended afterwards.

    Raises `UsageError` where Dask is not installed or no scheduler answers.
    """
    with _interrupts(heard=False), contextlib.ExitStack() as stack:
        try:
            import dask
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise UsageError("fleet runs on Dask: pip install 'migrate-ext[fleet]'") from error
        stack.callback(logging.disable, logging.root.manager.disable)
        logging.disable(logging.CRITICAL)  # what is to be said of a repository is in its row
        stack.enter_context(dask.config.set({"distributed.worker.profile.enabled": False}))
        with held(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            cluster: Any = address
            if address is None:
                cluster = stack.enter_context(
                    LocalCluster(
                        n_workers=workers or processors(),
                        threads_per_worker=1,
                        memory_limit=0,
                        dashboard_address="127.0.0.1:0",
                        silence_logs=logging.CRITICAL + 1,
                        local_directory=stack.enter_context(
                            tempfile.TemporaryDirectory(prefix="migrate-ext-fleet-", ignore_cleanup_errors=True)
                        ),
                    )
                )
            try:
                client = stack.enter_context(Client(cluster, timeout=_PATIENCE, set_as_default=False))
            except (OSError, ValueError) as error:
                message = f"{address}: no scheduler answers: {' '.join(str(error).split())[:200]}"
                raise UsageError(message) from error
        with _interrupts(heard=True):
            yield client


def outcomes(client: Any, next_job: Callable[[], tuple[int, Job] | None]) -> Iterator[tuple[int, Outcome]]:  # noqa: ANN401 - Dask has no types
    """What came of each job, as they end; `next_job` is asked whenever there is room for another."""
    from distributed import as_completed

    running: dict[Any, int] = {}
    ended = as_completed(loop=client.loop)
    room, counted = 0, float("-inf")
    try:
        while True:
            if time.monotonic() - counted > _COUNTED_AGAIN:
                room, counted = max(_LEAST_AHEAD, _AHEAD * sum(client.nthreads().values())), time.monotonic()
            while len(running) < room and (job := next_job()) is not None:
                future = client.submit(perform, job[1], pure=False)
                running[future] = job[0]
                ended.add(future)
            if not running:
                return
            future = next(ended)
            yield running.pop(future), _outcome(future)
    except (OSError, RuntimeError, CancelledError) as error:
        raise UsageError("the scheduler is gone: the same command goes on once it is back") from error
    finally:
        with contextlib.suppress(OSError, RuntimeError):
            client.cancel(list(running))


def _outcome(future: Any) -> Outcome:  # noqa: ANN401
    if future.status == "finished":
        outcome: Outcome = future.result()
        return outcome
    if future.status == "cancelled":
        return Outcome(error="its result was lost with the scheduler", again=True)
    error = future.exception()
    if type(error).__name__ == "KilledWorker":
        return Outcome(error="each worker that began it died", again=True)
    return Outcome(error=f"{type(error).__name__}: {error}"[:LONGEST], again=True)
