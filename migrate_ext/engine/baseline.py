"""Recorded findings: a file with one sorted entry a line, so that two branches' changes merge."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from migrate_ext.engine.options import UsageError
from migrate_ext.engine.prefilter import BASELINE_HEADER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.engine.findings import Identity

_HEADER = BASELINE_HEADER.decode()
_KEYS = ("path", "code", "line", "occurrence")


class Baseline:
    """What was there when the baseline was written; each entry hides one finding."""

    def __init__(self, entries: Iterable[tuple[str, str, str, int]]) -> None:
        self._left = Counter((path, code, line) for path, code, line, _ in entries)
        self.size = self._left.total()

    @property
    def gone(self) -> int:
        """How many entries have not met their finding."""
        return self._left.total()

    def take(self, identity: Identity) -> bool:
        """Whether a finding is recorded; its entry is used up."""
        key = (identity.path, identity.code, identity.line)
        if self._left[key] <= 0:
            return False
        self._left[key] -= 1
        return True

    @classmethod
    def load(cls, path: str) -> Baseline:
        """Read a baseline.

        Raises `UsageError` that names the entry which is damaged.
        """
        try:
            with open(path, encoding="utf-8") as stream:
                lines = stream.read().split("\n")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "not a text in UTF-8"
            message = f"{path}: {reason}: write a baseline with `migrate-ext check --write-baseline {path}`"
            raise UsageError(message) from error
        if lines[0].strip() != _HEADER:
            message = f"{path}:1: no baseline of this tool: write one with `migrate-ext check --write-baseline {path}`"
            raise UsageError(message)
        return cls(_entry(path, number, line) for number, line in enumerate(lines[1:], 2) if line.strip())


def _entry(path: str, number: int, line: str) -> tuple[str, str, str, int]:
    try:
        entry = json.loads(line)
        where, code, text, occurrence = (entry[key] for key in _KEYS)
    except (ValueError, KeyError, TypeError):
        where = code = text = occurrence = None
    if isinstance(where, str) and isinstance(code, str) and isinstance(text, str) and isinstance(occurrence, int):
        return where, code, text, occurrence
    message = f"{path}:{number}: damaged entry: remove the line or write the baseline again"
    raise UsageError(message)


def render(identities: Iterable[Identity]) -> str:
    """The text of a baseline."""
    rows = sorted((identity.path, identity.code, identity.line, identity.occurrence) for identity in identities)
    lines = [json.dumps(dict(zip(_KEYS, row, strict=True)), ensure_ascii=False) for row in rows]
    return "\n".join([_HEADER, *lines, ""])
