"""The progress bar of a terminal: one line on stderr that is gone when the report comes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

_AFTER, _BETWEEN = 1.0, 0.1
"""Seconds before the bar appears, and between two states of it."""


class Bar:
    """Shows how far a run is, once it has lasted over a second."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic, *, fleet: bool = False) -> None:
        self._stream, self._clock = stream, clock
        self._fleet = fleet
        self._next = clock() + _AFTER
        self._shown = False

    def __call__(self, done: int, total: int, found: int, name: str) -> None:
        """Files done, how many there are, deprecated names found in them, and the one that is looked at.

        Of a fleet: repositories, and the findings in them.
        """
        now = self._clock()
        if now < self._next:
            return
        import shutil

        from migrate_ext.reports.words import cells, escape, plural

        self._next = now + _BETWEEN
        self._shown = True
        if self._fleet:
            counts = f"{done} of {total} repositories, {plural(found, 'finding')}"
        else:
            counts = f"{done} of {plural(total, 'file')}, {plural(found, 'deprecated name')}"
        line = escape(f"{counts}: {name}")
        room = shutil.get_terminal_size().columns - 1
        while cells(line) > room:
            line = line[:-1]
        self._stream.write(f"\r{line}\x1b[K")
        self._stream.flush()

    def close(self) -> None:
        """Leave an empty line behind."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
