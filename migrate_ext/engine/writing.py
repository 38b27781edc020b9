"""Files that belong together are replaced together, or stay as they were.

Each is written to a temporary file beside it, which then takes its place, so that at every moment it is wholly old
or wholly new. What is replaced is what was analysed: else the file is left to the next run.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migrate_ext.core.report import RunError
from migrate_ext.engine import prefilter
from migrate_ext.engine.files import Temporary, leads_out, sync_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migrate_ext.core.source import Source

_LOCKED = 100
"""So many temporary files are kept open at most, for a process may have few more."""


def write_together(
    sources: Sequence[Source],
    texts: Mapping[str, str],
    roots: Sequence[str],
    waiting: Sequence[int] = (),
) -> list[RunError] | None:
    """Replace files whose fixes belong together: all of them, or none and the reasons.

    None is written out of `roots`. None are written at all, and None is the answer, where a signal is `waiting` before
    the first takes its place.
    """
    staged: list[_Staged] = []
    try:
        for source in sources:
            if waiting:
                return None
            staged.append(_stage(source, texts[source.path], roots))
            if len(staged) > _LOCKED:
                staged[-1].temporary.release()
        _replace_all(staged)
    except _WriteError as error:
        torn = {other.path for other in error.more}
        kept = [source.path for source in sources if source.path != error.path and source.path not in torn]
        tail = f"; left with it: {', '.join(kept)}" if kept else ""
        return [RunError(error.path, error.kind, error.message + tail), *error.more]
    finally:
        for file in staged:
            file.temporary.discard()
    return []


class _WriteError(Exception):
    def __init__(self, path: str, kind: str, message: str) -> None:
        super().__init__(message)
        self.path, self.kind, self.message = path, kind, message
        self.more: list[RunError] = []
        """Files that could not be put back."""


@dataclass(slots=True)
class _Staged:
    source: Source
    """What was analysed; its bytes are made again where they are needed, for a file may be large."""
    target: str
    """The file itself, where the path leads over symbolic links."""
    new: bytes
    """Digest of the new content."""
    temporary: Temporary

    def replace(self) -> None:
        """Put the new content in the file's place, after a last look at what is there."""
        if os.path.realpath(self.source.path) != self.target:
            raise _WriteError(self.source.path, "changed", "a link leads elsewhere since it was read: not written")
        _check_unchanged(self.source, self.target)
        self.temporary.replace()

    def put_back(self) -> RunError | None:
        """The old content again, or what became of the file where another program has been at it since."""
        path = self.source.path
        try:
            if os.path.realpath(path) != self.target or _digest(prefilter.read(self.target)) != self.new:
                return RunError(path, "changed", "was fixed, then changed by another program: it stays so")
            with Temporary(self.target, (_content(self.source),)) as temporary:
                temporary.replace()
        except OSError as error:
            return RunError(path, "write", f"was fixed and could not be put back: {error.strerror or error}")
        return None


def _stage(source: Source, text: str, roots: Sequence[str]) -> _Staged:
    path = source.path
    try:
        target = _target(path, roots)
        _check_unchanged(source, target)
        if not os.access(target, os.W_OK):
            raise _WriteError(path, "write", "no permission to write: left as it was")
        content = source.encode(text)
        return _Staged(source, target, _digest(content), Temporary(target, (content,)))
    except OSError as error:
        raise _WriteError(path, "write", _reason(error)) from error


def _target(path: str, roots: Sequence[str]) -> str:
    target = os.path.realpath(path)
    if leads_out(target, roots):
        raise _WriteError(path, "write", f"a symbolic link leads to {target}: not written; name that file itself")
    return target


def _check_unchanged(source: Source, target: str) -> None:
    before = _digest(_content(source))  # its bytes are gone again before the file's are there
    try:
        now = prefilter.read(target)
    except FileNotFoundError:
        now = None
    if now is None or _digest(now) != before:
        what = "gone" if now is None else "changed"
        raise _WriteError(source.path, "changed", f"{what} since it was read: not written")


def _replace_all(staged: Sequence[_Staged]) -> None:
    done: list[_Staged] = []
    try:
        for file in staged:
            try:
                file.replace()
            except OSError as error:
                raise _WriteError(file.source.path, "write", _reason(error)) from error
            done.append(file)
    except _WriteError as error:
        error.more = [torn for file in done if (torn := file.put_back()) is not None]
        raise
    for folder in dict.fromkeys(os.path.dirname(file.target) for file in staged):
        sync_folder(folder)


def _content(source: Source) -> bytes:
    return source.encode(source.text)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _reason(error: OSError) -> str:
    return f"{error.strerror or error}: left as it was"
