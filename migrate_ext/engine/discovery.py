"""Which files a run looks at: what git knows, or the tree with its `.gitignore` files honoured.

Paths are relative to the working directory, with `/`.
"""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.engine import prefilter
from migrate_ext.engine.options import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pathspec import GitIgnoreSpec

NEVER_ENTERED = frozenset(
    {
        *(".git", ".hg", ".svn", ".jj"),
        *("site-packages", "node_modules", "__pypackages__", ".venv", ".virtualenv"),
        *("__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".ipynb_checkpoints"),
        *(".tox", ".nox", ".eggs", ".cache", ".basedpyright", ".import_linter_cache", ".terraform"),
    },
)
"""Folders that hold other people's code or a tool's own files."""

_VENV_MARKER = "pyvenv.cfg"

# a repository's own configuration may name programs: as file system monitor, as hooks, and as the way to an object
# that it lacks; and a folder that only looks like a repository must not say which files there are
_GIT_SETTINGS = (
    "core.fsmonitor=false",
    "core.untrackedCache=false",
    f"core.hooksPath={os.devnull}",
    "safe.bareRepository=explicit",
)
_GIT_ENVIRONMENT = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}


class Exclusion(NamedTuple):
    """Globs in the syntax of `.gitignore`, relative to a folder."""

    base: str
    spec: GitIgnoreSpec


class Listing(NamedTuple):
    """What was found under the given paths."""

    files: dict[str, bool]
    """Each file once, with whether it was named itself."""
    missing: list[tuple[str, str]]
    """Paths that cannot be looked at, with the reason."""


def exclusion(base: str, globs: Sequence[str]) -> Exclusion:
    """Compile globs once for a run; raise `UsageError` where one is none."""
    from pathspec import GitIgnoreSpec

    try:
        return Exclusion(base, GitIgnoreSpec.from_lines(globs))
    except (ValueError, re.error) as error:
        message = f"no glob as in .gitignore: {error}"
        raise UsageError(message) from error


def relative(path: str) -> str:
    """A path as reports show it: relative to the working directory, with `/`."""
    shown = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    return shown.replace(os.sep, "/") if os.sep != "/" else shown


def discover(paths: Sequence[str], *, gitignore: bool = True, excluded: Sequence[Exclusion] = ()) -> Listing:
    """The files under the given paths, each once, in a stable order."""
    listing = Listing({}, [])
    for given in paths:
        path = relative(given)
        if os.path.isdir(path):
            if os.path.islink(path) and _escapes(path):
                listing.missing.append((path, "a symbolic link out of the working directory: name its target"))
                continue
            tree = _Tree(listing.missing, excluded, gitignore=gitignore)
            for found in sorted(tree.files(path)):
                listing.files.setdefault(found, False)
        elif os.path.lexists(path):
            listing.files[path] = True
        else:
            listing.missing.append((path, "no such file or directory"))
    return listing


def _escapes(path: str) -> bool:
    target, here = os.path.realpath(path), os.path.realpath(".")
    return os.path.commonpath((target, here)) != here


class _Tree:
    """The files below a folder; what cannot be looked at is added to `missing`."""

    def __init__(self, missing: list[tuple[str, str]], excluded: Sequence[Exclusion], *, gitignore: bool) -> None:
        self._missing, self._excluded, self._gitignore = missing, excluded, gitignore

    def files(self, root: str) -> Iterator[str]:
        """The files below `root`."""
        prefix = "" if root == "." else root.rstrip("/") + "/"
        listed = _listed_by_git(root) if self._gitignore and _work_tree(root) else None
        if listed is None:
            yield from self._walk(prefix)
            return
        venvs = {name[: -len(_VENV_MARKER)] for name in listed if name.endswith("/" + _VENV_MARKER)}
        links: dict[str, bool] = {}
        for name in listed:
            folders = name.split("/")[:-1]
            if not NEVER_ENTERED.isdisjoint(folders):
                continue
            if venvs and any(name.startswith(venv) for venv in venvs):
                continue
            path = prefix + name
            if _is_excluded(path, self._excluded) or _over_link(prefix, folders, links):
                continue
            mode = self._mode(path.rstrip("/"))
            if stat.S_ISDIR(mode):  # a repository inside the repository
                yield from self.files(path.rstrip("/"))
            elif stat.S_ISREG(mode):
                yield path

    def _mode(self, path: str) -> int:
        """The mode of what git knows; 0 where it is gone."""
        try:
            return os.lstat(path).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return 0
        except OSError as error:
            self._missing.append((path, str(error.strerror)))
            return 0

    def _walk(self, top: str) -> Iterator[str]:
        stack: list[tuple[str, tuple[Exclusion, ...]]] = [(top, ())]
        while stack:
            prefix, rules = stack.pop()
            try:
                with os.scandir(prefix or ".") as scan:
                    entries = list(scan)
            except OSError as error:
                self._missing.append((prefix.rstrip("/") or ".", str(error.strerror)))
                continue
            names = {entry.name for entry in entries}
            if _VENV_MARKER in names and prefix != top:
                continue
            if self._gitignore and ".gitignore" in names:
                rules = (*rules, _read_gitignore(prefix))
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in NEVER_ENTERED and not _ruled_out(path, rules, self._excluded, folder=True):
                        stack.append((path + "/", rules))
                elif entry.is_file(follow_symlinks=False) and not _ruled_out(path, rules, self._excluded):
                    yield path


def _over_link(prefix: str, folders: Sequence[str], known: dict[str, bool]) -> bool:
    """Whether a path that git knows leads over a folder that is a symbolic link by now."""
    folder = ""
    for name in folders:
        folder += name
        if folder not in known:
            known[folder] = os.path.islink(prefix + folder)
        if known[folder]:
            return True
        folder += "/"
    return False


def repository_root(start: str) -> str | None:
    """The nearest folder at or above `start` that holds a git repository."""
    folder = os.path.abspath(start)
    while True:
        if os.path.exists(os.path.join(folder, ".git")):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _work_tree(root: str) -> bool:
    return repository_root(root) is not None


def _git(root: str, *arguments: str) -> tuple[int, bytes] | None:
    import subprocess

    command = ["git", *(word for setting in _GIT_SETTINGS for word in ("-c", setting)), *arguments]
    environment = {**os.environ, **_GIT_ENVIRONMENT}
    try:
        result = subprocess.run(
            command, cwd=root, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        return None
    return result.returncode, result.stdout


def _listed_by_git(root: str) -> list[str] | None:
    result = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if result is None or result[0] != 0:
        return None
    names = list(dict.fromkeys(os.fsdecode(result[1]).split("\0")[:-1]))
    if names == ["./"]:
        return None  # a submodule that is not checked out: git knows the folder, and nothing of what is in it
    if not names:
        ignored = _git(root, "check-ignore", "-q", ".")
        if ignored is not None and ignored[0] == 0:
            return None  # named although ignored: the rules above it do not count
    return names


def _is_excluded(path: str, excluded: Sequence[Exclusion], *, folder: bool = False) -> bool:
    for base, spec in excluded:
        inside = os.path.relpath(path, base).replace(os.sep, "/") if base != "." else path
        if not inside.startswith("../") and spec.match_file(inside + "/" if folder else inside):
            return True
    return False


def _ruled_out(
    path: str,
    rules: tuple[Exclusion, ...],
    excluded: Sequence[Exclusion],
    *,
    folder: bool = False,
) -> bool:
    if excluded and _is_excluded(path, excluded, folder=folder):
        return True
    for base, spec in reversed(rules):
        result = spec.check_file(path[len(base) :] + ("/" if folder else ""))
        if result.include is not None:
            return result.include
    return False


def _read_gitignore(prefix: str) -> Exclusion:
    try:
        lines = prefilter.read(prefix + ".gitignore").decode("utf-8", "surrogateescape").splitlines()
    except OSError:
        return exclusion(prefix, ())
    try:
        return exclusion(prefix, lines)
    except UsageError:
        return exclusion(prefix, [line for line in lines if _is_glob(line)])


def _is_glob(line: str) -> bool:
    """Whether a line of a `.gitignore` means anything; git too passes over those that do not."""
    try:
        exclusion("", [line])
    except UsageError:
        return False
    return True
