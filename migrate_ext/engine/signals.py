"""Ctrl-C and SIGTERM: the same for the run, and never in the middle of what must be done as a whole."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

TERMINATED = 128 + signal.SIGTERM
"""The exit code that a shell shows of a process that SIGTERM ended."""


@contextmanager
def terminable() -> Iterator[list[int]]:
    """SIGTERM ends the run as Ctrl-C does; the list says whether it came."""
    came: list[int] = []
    owner = os.getpid()

    def interrupt(number: int, _: FrameType | None) -> None:
        if os.getpid() != owner:
            os._exit(TERMINATED)  # a worker that has not yet begun
        came.append(number)
        raise KeyboardInterrupt

    if not _ours() or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield came
        return
    signal.signal(signal.SIGTERM, interrupt)
    try:
        yield came
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def held() -> Iterator[list[int]]:
    """Ctrl-C and SIGTERM wait until the end of the block; the list says whether one does."""
    waiting: list[int] = []
    before = {}
    if _ours():
        for number in (signal.SIGINT, signal.SIGTERM):
            handler = signal.getsignal(number)
            if handler is not None and handler is not signal.SIG_IGN:
                before[number] = handler
                signal.signal(number, lambda number, _: waiting.append(number))
    try:
        yield waiting
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if waiting:
            signal.raise_signal(waiting[0])


def _ours() -> bool:
    """Whether this thread is the one that signals interrupt."""
    return threading.current_thread() is threading.main_thread()
