"""Whole processes by the clock, in turns, and their memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

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
    """Bytes at the most, of the process or a child that it waited for."""


def run(command: Command) -> Cost:
    """Run a process to its end."""
    command.prepare()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        begun = time.perf_counter()
        process = subprocess.Popen(command.arguments, cwd=command.folder, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.codes:
        message = f"exit code {process.returncode}: {' '.join(command.arguments)[:200]}"
        raise RuntimeError(message)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KILO)


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
