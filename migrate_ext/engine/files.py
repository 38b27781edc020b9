"""Files in one piece: written beside their place and then put there, so that no reader ever sees a half."""

from __future__ import annotations

import contextlib
import os
import stat

TEMPORARY = ".migrate-ext-"
"""Begins the name of every temporary file, so that what a killed run left behind is recognised."""


def write_file(path: str, content: bytes) -> None:
    """Write a report or baseline in one piece: the old file stays until the new one is complete.

    It can be made again, so it is not worth the wait until the disk has it.
    """
    target = os.path.realpath(path) if os.path.islink(path) else path
    if os.path.exists(target) and not os.path.isfile(target):
        with open(target, "wb") as stream:  # a pipe or a device such as /dev/stdout
            stream.write(content)
        return
    temporary = write_temporary(target, content, sync=False)
    try:
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def write_temporary(target: str, content: bytes, *, sync: bool = True) -> str:
    """A temporary file beside `target` with its mode and, where allowed, its owner."""
    temporary, handle = _create_beside(target)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            _keep_mode(target, stream.fileno())
            if sync:
                os.fsync(stream.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    return temporary


def _keep_mode(target: str, handle: int) -> None:
    try:
        status = os.stat(target)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(handle, 0o666 & ~mask)
        return
    with contextlib.suppress(OSError, AttributeError):
        os.chown(handle, status.st_uid, status.st_gid)
    os.chmod(handle, stat.S_IMODE(status.st_mode))


def _create_beside(target: str) -> tuple[str, int]:
    folder = os.path.dirname(target)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    while True:
        path = os.path.join(folder, f"{TEMPORARY}{os.urandom(6).hex()}")
        with contextlib.suppress(FileExistsError):
            return path, os.open(path, flags, 0o600)
