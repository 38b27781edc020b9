"""Files in one piece: written beside their place and then put there, so that no reader ever sees a half.

docs/reliability.md says what that promises.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from typing import TYPE_CHECKING, Self

from migrate_ext.engine.signals import held

try:
    import fcntl
except ImportError:  # Windows, where an open file cannot be removed anyway
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TEMPORARY = ".migrate-ext-"
"""Begins the name of every temporary file, so that what a killed run left behind is recognised."""

_NAME = re.compile(re.escape(TEMPORARY) + r"[0-9a-f]{12}")
_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_SPECIAL_BITS = stat.S_ISUID | stat.S_ISGID


def write_file(path: str, content: bytes) -> None:
    """Write a report or baseline in one piece: the old file stays until the new one is complete.

    It can be made again, so it is not worth the wait until the disk has it. Raises `OSError`, also for a path in the
    working directory that a symbolic link leads out of it: who wrote the tree does not choose where reports go.
    """
    with held():
        write_pieces(path, (content,))


def write_pieces(path: str, pieces: Iterable[bytes]) -> None:
    """Write a file as `write_file` does, but hold no more of it than a piece; Ctrl-C ends it and leaves the old one."""
    target = os.path.realpath(path)
    if within(os.path.abspath(path), os.getcwd()) and not within(target, os.path.realpath(".")):
        raise OSError(errno.EXDEV, "a symbolic link leads out of the working directory there", path)
    if os.path.exists(target) and not os.path.isfile(target):
        with open(target, "wb") as stream:  # a pipe or a device such as /dev/stdout
            stream.writelines(pieces)
        return
    with Temporary(target, pieces, sync=False) as temporary:
        temporary.replace()
    folder = os.path.dirname(target)
    sweep([folder], [folder])


def append_file(path: str, content: bytes) -> None:
    """Add to the end of a file, all or nothing. Raises `OSError`."""
    with open(path, "ab", buffering=0) as stream:
        size = os.fstat(stream.fileno()).st_size
        try:
            _write_all(stream.fileno(), content)
        except OSError:
            with contextlib.suppress(OSError):
                stream.truncate(size)
            raise


def _write_all(handle: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def roots(paths: Sequence[str]) -> list[str]:
    """The real folders and files that may be written: the working directory, and given paths outside of it."""
    here = os.getcwd()
    found = [os.path.realpath(here)]
    for path in map(os.path.abspath, paths):
        if not within(path, here):
            folder, name = os.path.split(path)
            found.append(os.path.join(os.path.realpath(folder), name))
    return found


def leads_out(target: str, allowed: Iterable[str]) -> bool:
    """Whether a real path is in none of the real paths that are allowed."""
    return not any(within(target, root) for root in allowed)


def within(path: str, root: str) -> bool:
    """Whether a path is a folder or lies below it; both absolute."""
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


class Temporary:
    """New content beside the file whose place it is to take; locked, so that no other run takes it for a leftover.

    Raises `OSError` where it cannot be written as a whole, and leaves nothing then.
    """

    def __init__(self, target: str, pieces: Iterable[bytes], *, sync: bool = True) -> None:
        self._target, self._sync = target, sync
        try:
            old = os.stat(target)
        except FileNotFoundError:
            old = None
        self._path, handle = _create_beside(target, 0o666 if old is None else 0o600)
        self._handle: int | None = handle
        self._identity = os.fstat(handle)
        try:
            for piece in pieces:
                _write_all(handle, piece)
            if old is not None:
                _keep_attributes(target, old, handle)
            if sync:
                os.fsync(handle)
        except BaseException:
            self.discard()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def replace(self) -> None:
        """Put the new content in the file's place."""
        if not self._sync or os.name == "nt":
            self.release()  # what the disk has to complain of, it says here
        try:
            os.replace(self._path, self._target)
        except OSError:
            if not self._in_place():
                raise
        self._path = ""
        self.discard()

    def _in_place(self) -> bool:
        """Whether the file is there in spite of an error: network file systems say so of what they did twice."""
        try:
            return os.path.samestat(os.lstat(self._target), self._identity)
        except OSError:
            return False

    def release(self) -> None:
        """Give the open file and its lock back; the temporary file stays."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)

    def discard(self) -> None:
        """Leave no temporary file behind."""
        with contextlib.suppress(OSError):
            self.release()
        if self._path:
            with contextlib.suppress(OSError):
                os.unlink(self._path)
            self._path = ""


def _keep_attributes(target: str, old: os.stat_result, handle: int) -> None:
    """Give a new file what the old one has: owner, extended attributes (access lists too) and mode.

    Who may not give a file away becomes its owner, and then its program bits are dropped.
    """
    mode = stat.S_IMODE(old.st_mode)
    if hasattr(os, "chown"):
        try:
            os.chown(handle, old.st_uid, old.st_gid)
        except OSError:
            mode &= ~_SPECIAL_BITS
            with contextlib.suppress(OSError):
                os.chown(handle, -1, old.st_gid)
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):
                    os.setxattr(handle, name, os.getxattr(target, name))
    if stat.S_IMODE(os.fstat(handle).st_mode) != mode:
        os.chmod(handle, mode)


def _create_beside(target: str, mode: int) -> tuple[str, int]:
    folder = os.path.dirname(target)
    while True:
        path = os.path.join(folder, f"{TEMPORARY}{os.urandom(6).hex()}")
        with contextlib.suppress(FileExistsError):
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _FLAGS, mode)
            if fcntl is not None:
                with contextlib.suppress(OSError):  # a file system without locks
                    fcntl.flock(handle, fcntl.LOCK_EX)
            if os.fstat(handle).st_nlink:
                return path, handle
            os.close(handle)  # another run swept it away before it was locked


def sweep(folders: Iterable[str], allowed: Sequence[str]) -> int:
    """Remove the temporary files that killed runs have left in some folders; how many they were.

    Nothing is removed in a folder whose real path is in none of those that are `allowed`.
    """
    removed = 0
    for folder in folders:
        try:
            with os.scandir(folder or ".") as entries:
                names = [entry.name for entry in entries if _NAME.fullmatch(entry.name)]
        except OSError:
            continue
        if names and leads_out(os.path.realpath(folder), allowed):
            continue
        removed += sum(_swept(os.path.join(folder, name)) for name in names)
    return removed


def _swept(path: str) -> bool:
    """Whether a temporary file was nobody's and is gone now: what a living run holds, it has locked."""
    handle = None
    try:
        if fcntl is not None:
            handle = os.open(path, os.O_RDWR | os.O_NONBLOCK | _FLAGS)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return False
        os.unlink(path)
    except OSError:
        return False
    finally:
        if handle is not None:
            os.close(handle)
    return True


def sync_folder(folder: str) -> None:
    """Wait until the disk has the folder's new entries, where it can be asked."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
