"""Git repositories for the tests of the fleet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.repository import git

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OLD = 'def runs(request):\n    return request["customExtensionHandlerInstances"]\n'
"""One finding, safe to fix."""
CLEAN = 'def runs(request):\n    return request["id"]\n'


def repository(folder: Path, files: Mapping[str, str | bytes]) -> str:
    """A repository with one commit of these files; its address."""
    folder.mkdir(parents=True)
    git("init", "--quiet", "--initial-branch=main", folder=folder)
    commit(folder, files)
    return str(folder)


def commit(folder: Path, files: Mapping[str, str | bytes]) -> str:
    """Write files and commit everything; the commit."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    git("add", "--all", "--force", folder=folder)
    git("commit", "--quiet", "--allow-empty", "--message=a", folder=folder)
    return git("rev-parse", "HEAD", folder=folder).strip()


def damaged(folder: Path) -> str:
    """A repository whose one file's object is gone."""
    address = repository(folder, {"a.py": OLD})
    name = git("rev-parse", "HEAD:a.py", folder=folder).strip()
    (folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
    return address


def bomb(folder: Path) -> str:
    """A repository of a few objects that stand for ten billion files."""
    repository(folder, {"a": "x"})
    name, kind, mode = git("rev-parse", "HEAD:a", folder=folder).strip(), "blob", "100644"
    for _ in range(10):
        listing = "".join(f"{mode} {kind} {name}\t{letter}\n" for letter in "abcdefghij")
        name, kind, mode = git("mktree", folder=folder, text=listing).strip(), "tree", "040000"
    top = git("commit-tree", name, "-m", "a", folder=folder).strip()
    git("update-ref", "HEAD", top, folder=folder)
    return str(folder)
