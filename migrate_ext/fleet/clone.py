"""The newest commit of a repository as files, without starting anything that the repository names.

Fetching runs with the user's configuration, for that is where credentials and proxies are. The files are then written
without it: a filter driver, which `.gitattributes` may ask for, exists only in such a configuration.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess

from migrate_ext.fleet.lines import PROTOCOLS, shown

_NOWHERE = os.devnull
_QUIET = (
    *("-c", f"core.hooksPath={_NOWHERE}", "-c", "core.fsmonitor=false", "-c", "core.symlinks=false"),
    *("-c", "submodule.recurse=false", "-c", "fetch.recurseSubmodules=false", "-c", "gc.auto=0"),
    *("-c", "maintenance.auto=false", "-c", "advice.detachedHead=false", "-c", "core.longPaths=true"),
)
_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHA256 = 64
_ELSEWHERE = frozenset(
    f"GIT_{name}"
    for name in (
        *("DIR", "WORK_TREE", "INDEX_FILE", "COMMON_DIR", "OBJECT_DIRECTORY", "ALTERNATE_OBJECT_DIRECTORIES"),
        *("NAMESPACE", "PREFIX", "TEMPLATE_DIR", "CONFIG", "GRAFT_FILE", "SHALLOW_FILE", "ATTR_SOURCE"),
    )
)
_AS_COMMITTED = "* -filter -text -eol -ident -working-tree-encoding\n"
"""Beats every `.gitattributes`: the bytes of the commit are the bytes of the files."""
_BLOCK = 4096
"""Bytes that a file takes at least."""


class CloneError(Exception):
    """No files; the message is one line."""

    def __init__(self, message: str, *, again: bool = False) -> None:
        super().__init__(message)
        self.again = again
        """Whether another attempt could succeed."""


def newest(address: str, revision: str | None) -> tuple[str, str]:
    """What to fetch for a revision, and its commit as a full hash."""
    if revision is not None and _HASH.fullmatch(revision):
        return revision, revision
    names = (
        ["HEAD"] if revision is None else [revision, *(f"refs/{kind}{revision}" for kind in ("", "tags/", "heads/"))]
    )
    printed = _git("ls-remote", "--", address, *names, *(f"{name}^{{}}" for name in names), address=address)
    known = {name: commit for commit, _, name in (line.partition("\t") for line in printed.splitlines())}
    for name in names:
        if name in known:
            return name, known.get(f"{name}^{{}}", known[name])
    if revision is None:
        raise CloneError("it has no commit yet: leave it out of the list")
    message = f"it has no branch or tag {revision!r}: name one, or a full hash"
    raise CloneError(message)


def clone(address: str, wanted: str, commit: str, folder: str, *, most: int) -> str:
    """Put the files of what `newest` found into a new folder; the commit that they are of, as a full hash.

    Raises `CloneError` where they would take more than `most` bytes.
    """
    form = ("--object-format=sha256",) if len(commit) == _SHA256 else ()
    _git("init", "--quiet", "--template=", *form, "--", folder, address=address)
    arguments = ("--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--", address, wanted)
    try:
        _git("fetch", *arguments, address=address, folder=folder)
    except CloneError as error:
        if _reached(os.path.join(folder, ".git", "objects", "pack"), most):
            raise CloneError(_too_large(most)) from error
        raise
    found = _git("rev-parse", "FETCH_HEAD^{commit}", address=address, folder=folder).strip()
    _weigh(folder, found, most)
    attributes = os.path.join(folder, ".git", "info", "attributes")
    os.makedirs(os.path.dirname(attributes), exist_ok=True)
    with open(attributes, "w", encoding="utf-8") as stream:
        stream.write(_AS_COMMITTED)
    _git("checkout", "--quiet", "--detach", found, address=address, folder=folder, plain=True)
    return found


def _reached(folder: str, most: int) -> bool:
    """Whether the process that wrote a pack was ended by the limit for files; git says only that it ended."""
    with contextlib.suppress(OSError), os.scandir(folder) as scan:
        return any(file.stat().st_size >= most for file in scan)
    return False


def _too_large(most: int) -> str:
    return f"it takes more than {most // 1_000_000} MB: raise --disk"


def _weigh(folder: str, commit: str, most: int) -> None:
    """Add up sizes before anything is written: a few objects can stand for endless files."""
    command = ["git", *_QUIET, "-C", folder, "ls-tree", "-r", "-l", commit]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=without_configuration()) as process:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        total = 0
        for line in process.stdout:
            size = line.split(b"\t", 1)[0].split()[-1]
            total += max(_BLOCK, int(size) if size.isdigit() else 0)
            if total > most:
                process.kill()
                raise CloneError(_too_large(most))
    if process.returncode:
        raise CloneError("its files cannot be listed: is it damaged?", again=True)


def _git(verb: str, *arguments: str, address: str, folder: str = ".", plain: bool = False) -> str:
    """What git prints; a failure's own words, without passwords, are the error."""
    command = ["git", *_QUIET, "-C", folder, verb, *arguments]
    variables = without_configuration() if plain else environment()
    try:
        outcome = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=variables, check=False)
    except OSError as error:
        message = f"git cannot be started: {error.strerror}"
        raise CloneError(message) from error
    if outcome.returncode == 0:
        return outcome.stdout.decode("utf-8", "replace")
    said = shown(outcome.stderr.decode("utf-8", "replace").replace(address, shown(address))).splitlines()
    words = [line for line in said if line.startswith(("fatal: ", "error: "))] or said[-1:] or ["no reason given"]
    message = f"git {verb}: {' '.join(words[0].split())}"
    raise CloneError(message, again=True)


def environment() -> dict[str, str]:
    """The variables for git: none that points it to another repository, and it asks nobody for a password."""
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return kept | {"GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": PROTOCOLS, "LC_ALL": "C"}


def without_configuration() -> dict[str, str]:
    """The same, for what must not be told of any program to start."""
    kept = {name: value for name, value in environment().items() if not name.startswith("GIT_CONFIG")}
    nothing = {"GIT_CONFIG_GLOBAL": _NOWHERE, "GIT_CONFIG_SYSTEM": _NOWHERE}
    return kept | nothing | {"GIT_CONFIG_NOSYSTEM": "1", "GIT_ATTR_NOSYSTEM": "1"}
