"""What becomes of files when the system says no, or another program is at them: found out by making it happen.

Each fault strikes the second of two files whose fixes belong together, in a run of the real command. `python -m
tests.readme` writes the tables of docs/reliability.md anew.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import tempfile
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest import mock

from migrate_ext.engine.files import TEMPORARY
from tests import laws
from tests.door import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE = Path(__file__).parents[1] / "docs" / "reliability.md"
FIRST, SECOND, ALONE = "a_reader.py", "data/request.json", "z_alone.py"
OLD = {
    FIRST: b"""import json

with open("data/request.json") as file:
    request = json.load(file)
print(request["customExtensionHandlerInstances"])
""",
    SECOND: b"""{
 "@odata.type": "#microsoft.graph.accessPackageAssignmentRequest",
 "customExtensionHandlerInstances": []
}
""",
    ALONE: b'def runs(request):\n    return request["customExtensionHandlerInstances"]\n',
}
NEW = {path: content.replace(b"HandlerInstances", b"CalloutInstances") for path, content in OLD.items()}
GROUP = (FIRST, SECOND)
ERRORS = ("ENOSPC", "EIO", "EACCES", "EINTR")
CALLS = {
    "open temporary": "`open` the temporary file",
    "flock temporary": "`flock` it",
    "write temporary": "`write` to it",
    "chown temporary": "`fchown` it",
    "listxattr": "`listxattr` of the old file",
    "chmod temporary": "`fchmod` it",
    "fsync temporary": "`fsync` it",
    "open look 2": "`open` the old file to compare it",
    "read look 2": "`read` it",
    "open look 3": "`open` it for the last look",
    "read look 3": "`read` it then",
    "replace": "`rename` the temporary file to the old one's place",
    "open folder": "`open` the folder",
    "fsync folder": "`fsync` it",
}


_OPEN, _REPLACE = os.open, os.replace


class Outcome(NamedTuple):
    """What a run made of the three files."""

    group: str
    """`fixed`, `left` (nothing was replaced), `put back` or `torn`."""
    alone: str
    errors: tuple[tuple[str, str, str], ...]
    """Path, kind and message of each."""
    code: int
    stderr: str
    leftovers: tuple[str, ...]


class _System:
    """The system's calls, one of which fails for the second file."""

    def __init__(self, call: str, error: int) -> None:
        self._call, self._error = call, error
        self._paths: dict[int, str] = {}
        self._seen: dict[str, int] = defaultdict(int)
        self.replaced: list[str] = []

    def _strike(self, call: str, path: str) -> None:
        self._seen[call] += 1
        if call.endswith("look"):  # the first is that of the analysis
            call = f"{call} {self._seen[call]}"
        second = self._seen[call] == 2 if TEMPORARY in path else path.endswith((SECOND, "/data"))
        if call == self._call and second:
            raise OSError(self._error, os.strerror(self._error))

    def _called(self, name: str, path: str) -> None:
        if TEMPORARY in path:
            self._strike(f"{name} temporary", path)
        elif path.endswith((SECOND, "/data")):
            self._strike(f"{name} look" if path.endswith(SECOND) else f"{name} folder", path)

    def _open(self, path: str, *rest: Any, **options: Any) -> int:
        self._called("open", str(path))
        handle = _OPEN(path, *rest, **options)
        self._paths[handle] = str(path)
        return handle

    def _by_handle(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(handle: int, *rest: Any) -> Any:
            self._called(name, self._paths.get(handle, ""))
            return real(handle, *rest)

        return call

    def _listxattr(self, path: str) -> list[str]:
        self._strike("listxattr", path)
        return []

    def _replace(self, source: str, target: str) -> None:
        self._strike("replace", target)
        _REPLACE(source, target)
        self.replaced.append(target)

    @contextlib.contextmanager
    def failing(self) -> Iterator[None]:
        """Let the call fail."""
        import fcntl

        with contextlib.ExitStack() as patches:
            for module, name in [
                (fcntl, "flock"),
                *((os, name) for name in ("write", "chown", "chmod", "fsync", "read")),
            ]:
                patches.enter_context(mock.patch.object(module, name, self._by_handle(name, getattr(module, name))))
            for name in ("open", "listxattr", "replace"):
                patches.enter_context(mock.patch.object(os, name, getattr(self, f"_{name}"), create=True))
            yield


def make_tree() -> None:
    """The three files, in the working directory."""
    Path("data").mkdir()
    for path, content in OLD.items():
        Path(path).write_bytes(content)
        Path(path).chmod(0o644)


@contextlib.contextmanager
def _scratch() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "project").mkdir()
        with contextlib.chdir(Path(folder, "project")):
            make_tree()
            yield


@cache
def failing(call: str, error: str) -> Outcome:
    """A run in which a call on the second file fails with an error."""
    system = _System(call, getattr(errno, error))
    with _scratch():
        with system.failing():
            outcome = run("fix", "--format", "json", "--jobs", "1")
        report = outcome.report
        replaced = any(target.endswith(FIRST) for target in system.replaced)
        return Outcome(
            _group(replaced=replaced),
            _state(ALONE),
            tuple((row["path"], row["kind"], row["message"]) for row in report["errors"]),
            outcome.code,
            outcome.stderr,
            tuple(sorted(laws.tree(Path()).keys() - OLD.keys())),
        )


def _state(path: str) -> str:
    content = Path(path).read_bytes()
    return "fixed" if content == NEW[path] else "left" if content == OLD[path] else "torn"


def _group(*, replaced: bool) -> str:
    states = {_state(path) for path in GROUP}
    if len(states) > 1:
        return "torn"
    return "put back" if states == {"left"} and replaced else states.pop()


def _vanish(outside: Path) -> None:
    Path(SECOND).unlink()


def _write(outside: Path) -> None:
    Path(SECOND).write_bytes(b"theirs\n")


def _link(outside: Path) -> None:
    shutil.copy(SECOND, outside)
    Path(SECOND).unlink()
    Path(SECOND).symlink_to(outside / Path(SECOND).name)


def _link_folder(outside: Path) -> None:
    shutil.copy(SECOND, outside)
    Path("data").rename("data-moved")
    Path("data").symlink_to(outside)


def _make_folder(outside: Path) -> None:
    Path(SECOND).unlink()
    Path(SECOND).mkdir()


def _make_pipe(outside: Path) -> None:
    Path(SECOND).unlink()
    os.mkfifo(SECOND)


ACTS: dict[str, Callable[[Path], None]] = {
    "writes to it": _write,
    "removes it": _vanish,
    "puts a link out of the tree in its place": _link,
    "puts such a link in its folder's place": _link_folder,
    "puts a folder in its place": _make_folder,
    "puts a named pipe in its place": _make_pipe,
}
MOMENTS = ("while it is analysed", "after its new content is written")


class Meddled(NamedTuple):
    """What a run made of the files while another program was at them."""

    first: str
    alone: str
    errors: tuple[tuple[str, str, str], ...]
    code: int
    harmed: bool
    """Whether anything that the other program left, or that is outside, was changed."""


@cache
def meddling(act: str, moment: str) -> Meddled:
    """A run during which another program does something to the second file."""
    with _scratch():
        outside = Path("../outside").resolve()
        outside.mkdir()
        left: list[object] = []

        def strike() -> None:
            if not left:
                ACTS[act](outside)
                left.append(_seen(outside))

        def create(path: str, flags: int, *rest: Any, **options: Any) -> int:
            if moment == MOMENTS[0] and flags & os.O_EXCL and TEMPORARY in path:
                strike()
            return _OPEN(path, flags, *rest, **options)

        def replace(source: str, target: str) -> None:
            _REPLACE(source, target)
            if moment == MOMENTS[1]:
                strike()

        with mock.patch.object(os, "open", create), mock.patch.object(os, "replace", replace):
            outcome = run("fix", "--format", "json", "--jobs", "1")
        rows = tuple((row["path"], row["kind"], row["message"]) for row in outcome.report["errors"])
        return Meddled(_state(FIRST), _state(ALONE), rows, outcome.code, _seen(outside) != left[0])


def _seen(outside: Path) -> object:
    """What lies at the second file's path, and outside."""
    path = Path(SECOND)
    return os.lstat(path).st_mode if os.path.lexists(path) else None, (
        path.read_bytes() if path.is_file() else None,
        {found.name: found.read_bytes() for found in outside.iterdir()},
    )


def fault_table() -> str:
    """System calls by errors, in each cell what became of the group."""
    head = ["| call |", *(f" {error} |" for error in ERRORS)]
    rows = ["".join(head), "| --- |" + " --- |" * len(ERRORS)]
    for call, shown in CALLS.items():
        rows.append(f"| {shown} |" + "".join(f" {failing(call, error).group} |" for error in ERRORS))
    return "\n".join(rows)


def meddling_table() -> str:
    """What another program does by the moment when, in each cell what became of the file's group."""
    rows = [
        "| another program … |" + "".join(f" {moment} |" for moment in MOMENTS),
        "| --- |" + " --- |" * len(MOMENTS),
    ]
    for act in ACTS:
        cells = []
        for moment in MOMENTS:
            ((_, kind, message),) = meddling(act, moment).errors
            cells.append(f" `{kind}`: {re.sub(r' to /.*?:', ' to …:', message.partition('; left with it')[0])} |")
        rows.append(f"| {act} |" + "".join(cells))
    return "\n".join(rows)


def rendered(text: str) -> str:
    """The page with the tables as they are today."""
    for name, table in (("faults", fault_table), ("meddling", meddling_table)):
        marks = re.compile(rf"(?<=<!-- {name} -->\n).*(?=<!-- end of {name} -->)", re.DOTALL)
        text = marks.sub(lambda _, table=table: f"\n{table()}\n\n", text)  # type: ignore[misc]
    return text
