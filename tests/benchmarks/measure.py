"""Whole processes by the clock, in turns, and the memory that they take with all that they start."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_KILO = 1 if sys.platform == "darwin" else 1024


class Command(NamedTuple):
    """A process to measure."""

    arguments: Sequence[str]
    folder: Path
    prepare: Callable[[], object] = lambda: None
    """Is called before each run and not measured."""
    codes: tuple[int, ...] = (0, 1)


class Cost(NamedTuple):
    """What one run took."""

    seconds: float
    """By the clock."""
    processor: float
    """Seconds that processors worked for it, whatever else the machine does."""
    memory: int
    """Bytes at the most, of all processes together where that can be told (Linux), else of the largest."""


def run(command: Command, *, watched: bool = False) -> Cost:
    """Run a process to its end; `watched`, what it takes with its children is looked at all the while."""
    command.prepare()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        begun = time.perf_counter()
        process = subprocess.Popen(command.arguments, cwd=command.folder, stdout=nowhere, stderr=nowhere)
        most = _Watch(process.pid) if watched else None
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.codes:
        message = f"exit code {process.returncode}: {' '.join(command.arguments)[:200]}"
        raise RuntimeError(message)
    memory = max(usage.ru_maxrss * _KILO, most.end() if most is not None else 0)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, memory)


class _Watch(threading.Thread):
    """Looks again and again at how much memory a process and its descendants take, shared pages counted once."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process, self._most = process, 0
        self._over = threading.Event()
        self.start()

    def run(self) -> None:
        """Look until it is over."""
        while not self._over.wait(_PAUSE):
            self._most = max(self._most, sum(map(_proportional, _family(self._process))))

    def end(self) -> int:
        """The most that was seen, in bytes."""
        self._over.set()
        self.join()
        return self._most


_PAUSE = 0.01
_SHARE = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


def _family(process: int) -> Iterator[int]:
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue  # it has ended
        for child in children:
            yield from _family(int(child))


def _proportional(process: int) -> int:
    try:
        found = _SHARE.search(Path(f"/proc/{process}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found is not None else 0


class Figure(NamedTuple):
    """A median over the rounds with its extremes."""

    median: float
    least: float
    most: float


def figure(values: Sequence[float]) -> Figure:
    """The median of some values."""
    return Figure(statistics.median(values), min(values), max(values))


def in_turns(commands: Mapping[str, Command], rounds: int) -> list[dict[str, Cost]]:
    """Each command once a round, one after the other, so that what else the machine does meets all alike."""
    for command in commands.values():
        run(command)  # fills the caches of the disk and of bytecode
    return [{name: run(command) for name, command in commands.items()} for _ in range(rounds)]
