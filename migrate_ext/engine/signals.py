"""Ctrl-C and SIGTERM: the same for the run, and never in the middle of what must be done as a whole."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    _Handler = Callable[[int, FrameType | None], object] | int

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
    try:
        with _replaced(lambda _: lambda number, _: waiting.append(number)):
            yield waiting
    finally:
        if waiting:
            signal.raise_signal(waiting[0])


@contextmanager
def noted() -> Iterator[list[int]]:
    """The list says whether Ctrl-C or SIGTERM came, also where a finalizer swallowed the exception that they raise."""
    came: list[int] = []

    def noting(handler: _Handler) -> _Handler:
        def note(number: int, frame: FrameType | None) -> None:
            came.append(number)
            if callable(handler):
                handler(number, frame)

        return note if callable(handler) else handler

    with _replaced(noting):
        yield came


@contextmanager
def _replaced(handler_for: Callable[[_Handler], _Handler]) -> Iterator[None]:
    """Other handlers of Ctrl-C and SIGTERM, made of those that there are."""
    before: dict[int, _Handler] = {}
    for number in (signal.SIGINT, signal.SIGTERM) if _ours() else ():
        handler = signal.getsignal(number)
        if handler is not None and handler is not signal.SIG_IGN:
            before[number] = handler
            signal.signal(number, handler_for(handler))
    try:
        yield
    finally:
        for changed, handler in before.items():
            signal.signal(changed, handler)


def _ours() -> bool:
    """Whether this thread is the one that signals interrupt."""
    return threading.current_thread() is threading.main_thread()
