"""The command under the eyes of Python's audit hooks: what it imports, runs, starts, opens for writing and connects to.

`python -m tests.watched ARGUMENT…` runs it and prints on stderr, as its last line, a JSON object with these lists.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from types import CodeType
from typing import Any

_seen: dict[str, list[str]] = defaultdict(list)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "exec" and isinstance(arguments[0], CodeType):
        _seen["executed"].append(arguments[0].co_filename)
    elif event == "import" and isinstance(arguments[1], str):
        _seen["imported"].append(arguments[1])
    elif event.startswith("socket."):
        _seen["network"].append(event)
    elif event in ("subprocess.Popen", "os.exec", "os.system", "os.posix_spawn"):
        _seen["started"].append(" ".join(map(os.fsdecode, arguments[1] if event == "subprocess.Popen" else ["?"])))
    elif event == "open":
        path, _, flags = arguments
        if isinstance(path, str | bytes) and (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            _seen["written"].append(os.path.realpath(os.fsdecode(path)))
    elif event in ("os.rename", "os.remove", "os.link", "os.symlink", "os.mkdir", "os.rmdir", "os.truncate"):
        _seen["written"] += [os.path.realpath(os.fsdecode(path)) for path in arguments if isinstance(path, str | bytes)]


if __name__ == "__main__":
    from migrate_ext.cli import main

    sys.addaudithook(_watch)
    try:
        main(sys.argv[1:])
    finally:
        sys.stderr.write("\n" + json.dumps(_seen) + "\n")
