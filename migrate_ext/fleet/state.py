"""What is known of each repository: a file each, so that workers need nothing else in common."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from migrate_ext.engine.files import write_file
from migrate_ext.engine.options import UsageError

if TYPE_CHECKING:
    from migrate_ext.fleet.lines import Repository

Entry = dict[str, Any]
"""What the fleet's JSON says of a repository, but for what the list and the earlier state say."""
_KEYS = ("repository", "revision", "commit", "time", "seconds", "error", "report")


class State:
    """A folder of entries."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.abspath(folder)

    def create(self) -> None:
        """Make the folder, unless it is there; raises `UsageError` where nothing can be written into it."""
        try:
            os.makedirs(self.folder, exist_ok=True)
            if not os.access(self.folder, os.W_OK):
                raise PermissionError(13, os.strerror(13))
        except OSError as error:
            message = f"{self.folder}: {error.strerror}: choose another folder for --state"
            raise UsageError(message) from error

    def load(self, repository: Repository) -> Entry | None:
        """What is known; None where it is nothing, or no longer readable and so to be found out again."""
        try:
            with open(self._path(repository), encoding="utf-8") as stream:
                entry = json.load(stream)
        except (OSError, ValueError, RecursionError):
            return None
        return entry if isinstance(entry, dict) and entry.keys() >= {*_KEYS} else None

    def holds(self, repository: Repository) -> bool:
        """Whether there is an entry, readable or not."""
        return os.path.exists(self._path(repository))

    def save(self, repository: Repository, entry: Entry) -> None:
        """Keep an entry, in one piece; raises `UsageError` where it cannot be written."""
        path = self._path(repository)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write_file(path, encoded(entry) + b"\n")
        except OSError as error:
            message = f"{self.folder}: {error.strerror}: choose another folder for --state"
            raise UsageError(message) from error

    def _path(self, repository: Repository) -> str:
        key = repository.key
        return os.path.join(self.folder, key[:2], f"{key}.json")


def entry(repository: Repository, **known: Any) -> Entry:  # noqa: ANN401 - values of JSON
    """An entry with its keys in their order."""
    given = {"repository": repository.name, "revision": repository.revision}
    return dict.fromkeys(_KEYS) | given | known


def encoded(entry: Entry) -> bytes:
    """As JSON on one line; what UTF-8 has no bytes for stays an escape."""
    return json.dumps(entry, ensure_ascii=False).encode("utf-8", "backslashreplace")
