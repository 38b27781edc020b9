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
"""`repository`, `revision`, `commit`, `time`, `seconds`, `error` and `report`, as in the fleet's JSON."""


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
        return entry if isinstance(entry, dict) and "report" in entry else None

    def holds(self, repository: Repository) -> bool:
        """Whether there is an entry, readable or not."""
        return os.path.exists(self._path(repository))

    def save(self, repository: Repository, entry: Entry) -> None:
        """Keep an entry, in one piece."""
        path = self._path(repository)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write_file(path, (json.dumps(entry, ensure_ascii=False) + "\n").encode())

    def _path(self, repository: Repository) -> str:
        key = repository.key
        return os.path.join(self.folder, key[:2], f"{key}.json")


def entry(repository: Repository, **known: Any) -> Entry:  # noqa: ANN401 - values of JSON
    """An entry with its keys in their order."""
    given: Entry = {"repository": repository.name, "revision": repository.revision}
    return given | dict.fromkeys(("commit", "time", "seconds", "error", "report")) | known
