"""The command as a user runs it, but in this process: arguments in, exit code and streams out."""

from __future__ import annotations

import io
import json
import sys
from typing import Any, NamedTuple
from unittest import mock

from migrate_ext import cli


class Outcome(NamedTuple):
    """What a run left behind."""

    code: int
    stdout: bytes
    stderr: str

    @property
    def text(self) -> str:
        """What was printed."""
        return self.stdout.decode()

    @property
    def report(self) -> dict[str, Any]:
        """The JSON report that was printed."""
        data: dict[str, Any] = json.loads(self.stdout)
        return data


def run(*arguments: str, stdin: bytes = b"") -> Outcome:
    """Run the command in the working directory."""
    out, err = io.BytesIO(), io.BytesIO()
    with (
        mock.patch.object(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", newline="")),
        mock.patch.object(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", newline="")),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")),
    ):
        try:
            cli.main(list(arguments))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        sys.stdout.flush()
        sys.stderr.flush()
        return Outcome(code, out.getvalue(), err.getvalue().decode())
