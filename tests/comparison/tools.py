"""The tools that are compared: what each reports, and what it makes of a folder, by its own command line."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


class Report(NamedTuple):
    """Where a tool says that there is something, lines from 1, both ends inclusive."""

    path: str
    first: int
    last: int


class Tool(NamedTuple):
    """A tool with its rule file; its commands run in the folder that is judged."""

    name: str
    rules: str
    """The file in this folder that tells the tool what to look for; empty where it knows by itself."""
    command: str
    """What must be installed."""
    find: Callable[[], list[Report]] | None
    fix: Callable[[], None] | None

    @property
    def installed(self) -> bool:
        """Whether its command is there."""
        return located(self.command) is not None


def located(command: str) -> str | None:
    """Where a command is: beside this Python, or on the PATH."""
    beside = os.path.join(os.path.dirname(sys.executable), command)
    return beside if os.access(beside, os.X_OK) else shutil.which(command)


def _run(command: str, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    outcome = subprocess.run(
        [located(command) or command, *arguments],
        capture_output=True,
        check=False,
        env=environment,
    )
    if outcome.returncode not in {0, 1}:
        message = f"{command}: {outcome.stderr.decode(errors='replace')[-2000:]}"
        raise RuntimeError(message)
    return outcome.stdout.decode("utf-8", "replace")


def _grep() -> list[Report]:
    lines = _run("grep", "-rnHP", "--null", "-I", "-e", "|".join(_words()), ".").split("\n")
    rows = (re.match(r"\./([^\0]*)\0(\d+):", line) for line in lines)
    return [Report(row[1], int(row[2]), int(row[2])) for row in rows if row]


def _words() -> list[str]:
    return (HERE / "words.grep").read_text(encoding="utf-8").split()


def _sed() -> None:
    files = sorted({row.path for row in _grep()})
    for start in range(0, len(files), 500):
        _run(
            "sed",
            "-E",
            "-i",
            "-f",
            str(HERE / "words.sed"),
            *files[start : start + 500],
        )


def _codemod() -> None:
    _run(sys.executable, str(HERE / "codemod.py"), ".")


def _ruff() -> list[Report]:
    options = (
        "--config",
        str(HERE / "banned.toml"),
        "--no-cache",
        "--no-respect-gitignore",
    )
    rows: list[dict[str, Any]] = json.loads(_run("ruff", "check", *options, "--output-format", "json", "."))
    return [
        Report(
            _relative(row["filename"]),
            row["location"]["row"],
            row["end_location"]["row"],
        )
        for row in rows
        if row["code"] == "TID251"
    ]


def _semgrep(*options: str) -> list[Report]:
    # fixes that overlap wait for a second run, so it is given two
    Path(".semgrepignore").touch()  # else folders that are named tests are left out
    quiet = (
        "--metrics",
        "off",
        "--disable-version-check",
        "--no-git-ignore",
        "--json",
        "--quiet",
    )
    found = json.loads(
        _run(
            "semgrep",
            "scan",
            *quiet,
            *options,
            "--config",
            str(HERE / "semgrep.yml"),
            ".",
        )
    )
    os.unlink(".semgrepignore")
    return [Report(_relative(row["path"]), row["start"]["line"], row["end"]["line"]) for row in found["results"]]


def _ast_grep(*options: str) -> list[Report]:
    text = _run(
        "ast-grep",
        "scan",
        "--no-ignore",
        "hidden",
        "--rule",
        str(HERE / "ast-grep.yml"),
        *options,
        ".",
    )
    rows: list[dict[str, Any]] = json.loads(text) if text.startswith("[") else []
    return [
        Report(
            _relative(row["file"]),
            row["range"]["start"]["line"] + 1,
            row["range"]["end"]["line"] + 1,
        )
        for row in rows
    ]


def _migrate_ext(*command: str) -> list[Report]:
    text = _run(
        sys.executable,
        "-m",
        "migrate_ext",
        *command,
        "--isolated",
        "--format",
        "json",
        ".",
    )
    return [
        Report(row["path"], row["range"]["start"]["line"], row["range"]["start"]["line"])
        for row in json.loads(text)["findings"]
    ]


def _relative(path: str) -> str:
    return Path(os.path.relpath(path)).as_posix()


TOOLS = (
    Tool(
        "migrate-ext",
        "",
        sys.executable,
        lambda: _migrate_ext("check"),
        lambda: _none(_migrate_ext("fix", "--unsafe")),
    ),
    Tool("grep", "words.grep", "grep", _grep, None),
    Tool("sed", "words.sed", "sed", None, _sed),
    Tool("Ruff", "banned.toml", "ruff", _ruff, None),
    Tool(
        "Semgrep",
        "semgrep.yml",
        "semgrep",
        _semgrep,
        lambda: _none(_semgrep("--autofix"), _semgrep("--autofix")),
    ),
    Tool(
        "ast-grep",
        "ast-grep.yml",
        "ast-grep",
        lambda: _ast_grep("--json=compact"),
        lambda: _none(_ast_grep("-U")),
    ),
    Tool("LibCST codemod", "codemod.py", sys.executable, None, _codemod),
)


def _none(*_: object) -> None:
    """Drop what a fix reports."""
