"""Processor time from a keystroke to its diagnostics: `python -m tests.benchmarks.keystroke`.

The real server is driven through its pipes. What a keystroke costs is the difference between a session with many and
one with few, so neither the start nor the first look counts.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

import click

from tests.benchmarks.corpora import module

LINES, GOAL = 1000, 0.3
FEW, MANY, ROUNDS = 2, 12, 3
ROOT = Path(__file__).parents[2]


def main() -> None:
    """Measure and print: the module alone, and with others around it."""
    for others in (0, 20):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "edited.py"
            path.write_text(candidate(), encoding="utf-8")
            for number in range(others):
                (path.parent / f"other_{number}.py").write_text(module(100 * number, 5), encoding="utf-8")
            values = [(session(path, MANY) - session(path, FEW)) / (MANY - FEW) for _ in range(ROUNDS)]
        figure = statistics.median(values)
        around = f", {others} other candidates" if others else ""
        click.echo(
            f"{len(candidate().splitlines())} lines{around}: {figure:.3f} s of processor time a keystroke "
            f"(from {min(values):.3f} to {max(values):.3f}; goal {GOAL})"
        )


def candidate() -> str:
    """A module with so many lines that names deprecated words all over."""
    blocks = 1
    while len(module(0, blocks).splitlines()) < LINES:
        blocks += 1
    return module(0, blocks)


def session(path: Path, keystrokes: int) -> float:
    """Seconds of processor time of a server that is typed to so often."""
    process = subprocess.Popen(
        [sys.executable, "-m", "migrate_ext", "lsp"],
        cwd=path.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    send, receive = process.stdin, process.stdout
    uri, text = path.as_uri(), path.read_text(encoding="utf-8")
    _send(send, "initialize", {"capabilities": {}, "rootUri": path.parent.as_uri(), "processId": None}, 1)
    _until(receive, lambda message: message.get("id") == 1)
    _send(send, "initialized", {})
    document = {"uri": uri, "languageId": "python", "version": 0, "text": text}
    _send(send, "textDocument/didOpen", {"textDocument": document})
    _until(receive, lambda message: _shows(message, 0))
    last = len(text.splitlines())
    for version in range(1, keystrokes + 1):
        place = {"line": last, "character": version - 1}
        change = {"range": {"start": place, "end": place}, "text": "x"}
        parameters = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}
        _send(send, "textDocument/didChange", parameters)
        _until(receive, lambda message, version=version: _shows(message, version))
    _send(send, "shutdown", None, 2)
    _until(receive, lambda message: message.get("id") == 2)
    _send(send, "exit", None)
    send.close()
    _, _, usage = os.wait4(process.pid, 0)
    receive.close()
    return usage.ru_utime + usage.ru_stime


def _shows(message: dict[str, Any], version: int) -> bool:
    if message.get("method") != "textDocument/publishDiagnostics" or message["params"].get("version") != version:
        return False
    assert message["params"]["diagnostics"]
    return True


def _send(stream: IO[bytes], method: str, parameters: Any, number: int | None = None) -> None:
    message = {"jsonrpc": "2.0", "method": method, **({} if parameters is None else {"params": parameters})}
    body = json.dumps(message if number is None else {**message, "id": number}).encode()
    stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    stream.flush()


def _until(stream: IO[bytes], wanted: Any) -> None:
    while True:
        length = 0
        while (line := stream.readline().strip()) != b"":
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has ended"
        if wanted(json.loads(stream.read(length))):
            return


if __name__ == "__main__":
    main()
