"""One repository, from its address to its entry in the state."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.fleet.state import State, entry

if TYPE_CHECKING:
    from migrate_ext.fleet.lines import Repository
    from migrate_ext.fleet.state import Entry

LONGEST = 400
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


def attempt(job: Job, folder: str) -> Outcome:
    """Check a repository, its clone being a new folder; whatever goes wrong is the outcome."""
    from migrate_ext.engine.options import UsageError
    from migrate_ext.fleet.clone import CloneError

    try:
        return checked(job, folder)
    except CloneError as error:
        return Outcome(error=str(error)[:LONGEST], again=error.again)
    except UsageError as error:
        return Outcome(error=str(error)[:LONGEST])
    except MemoryError:
        return Outcome(error=f"it needs more than {job.memory // 1_000_000} MB of memory: raise --memory")
    except Exception as error:  # noqa: BLE001 - a row of the result says so, and the others go on
        from migrate_ext.engine.workers import internal

        return Outcome(error=internal("", error).message[:LONGEST], again=True)


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
        return Outcome(error=f"its configuration: {error}"[:LONGEST])
    if report.interrupted:
        raise KeyboardInterrupt
    seconds = round(time.monotonic() - begun, 3)
    new = entry(repository, commit=commit, time=now(), seconds=seconds, report=to_dict(report))
    state.save(repository, new)
    return _told(new)


def _told(known: Entry) -> Outcome:
    report = known["report"]
    return Outcome(findings=report["summary"]["findings"], incomplete=bool(report["errors"]))
