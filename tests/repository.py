"""The real git, with an identity of its own, whatever the machine's configuration says."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_IDENTITY = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(*arguments: str, folder: Path | None = None, text: str | None = None) -> str:
    """Run git in a folder, else in the working directory, with a text as its input; what it printed."""
    command = ["git", *_IDENTITY, *arguments]
    return subprocess.run(command, cwd=folder, input=text, capture_output=True, text=True, check=True).stdout
