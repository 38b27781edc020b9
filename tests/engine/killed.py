"""Runs the command once for each system call that it makes on its way to a file, and sends itself a signal just there.

`python -m tests.engine.killed SIGNAL TEMPLATE FOLDER` copies the template into a folder for each call, fixes the copy,
and prints for each the exit code or the signal that ended it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from migrate_ext import cli
from tests.door import run

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = ("open", "write", "chown", "chmod", "fsync", "replace", "close", "unlink")
ARGUMENTS = ("fix", "--jobs", "1", "--format", "json", "--output", "report.json", ".")


def main() -> None:
    """Fork a run for each call until one ends without having met its signal."""
    number, template, folder = signal.Signals[sys.argv[1]], sys.argv[2], Path(sys.argv[3])
    warm = folder / "warm"
    shutil.copytree(template, warm)
    with contextlib.chdir(warm):
        run(*ARGUMENTS)  # what is imported now, each run has
    shutil.rmtree(warm)
    for moment in range(1000):
        copy = folder / f"{moment:03}"
        shutil.copytree(template, copy)
        child = os.fork()
        if child == 0:
            os.chdir(copy)
            _run(number, moment)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) == 0:
            shutil.rmtree(copy)
            return
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


def _run(number: int, moment: int) -> None:
    left = [moment]

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            result = real(*arguments, **options)
            if left[0] == 0:
                os.kill(os.getpid(), number)
            left[0] -= 1
            return result

        return call

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))
    try:
        cli.main(ARGUMENTS)
    except SystemExit as end:
        sys.stdout.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)


if __name__ == "__main__":
    main()
