"""Whether the tool says of a program that runs what really happens in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.door import run
from tests.properties import tracing
from tests.properties.sandbox import folder

if TYPE_CHECKING:
    from tests.properties.tracing import Place

READ = "CEX103"
_CONSTANT = re.compile(r"\bKEY\w+")


def reported(*command: str) -> set[Place]:
    """The lines at which a command reports reads of a stage in the end."""
    report = run(*command, "--isolated", "--format", "json", ".").report
    assert not report["errors"]
    return {(row["path"], row["range"]["start"]["line"]) for row in report["findings"] if row["code"] == READ}


def written(places: set[Place], files: dict[str, str]) -> set[Place]:
    """The lines where the word stands that is read: a key may be a constant."""
    found = set()
    for path, line in places:
        text = files[path].split("\n")[line - 1]
        constant = _CONSTANT.search(text)
        found.add((path, line) if constant is None else _definition(constant[0], files))
    return found


def _definition(name: str, files: dict[str, str]) -> Place:
    (place,) = (
        (path, number)
        for path, text in files.items()
        for number, line in enumerate(text.split("\n"), start=1)
        if line.startswith(f"{name} =")
    )
    return place


def problem(world: str, files: dict[str, str]) -> str:
    """What is wrong with the tool's answer, if anything."""
    happened = written(tracing.run(world, files, tracing.OLD), files)
    with folder({path: text.encode() for path, text in files.items()}):
        found = reported("check")
        if found != happened:
            return f"missed: {sorted(happened - found)} false: {sorted(found - happened)}"
        remaining = reported("fix", "--unsafe")
        after = {path: Path(path).read_text(encoding="utf-8") for path in files}
    if remaining != found:
        return f"after the fix: {sorted(remaining ^ found)}"
    happens = written(tracing.run(world, after, tracing.NEW), after)
    return "" if happens == happened else f"runs otherwise: {sorted(happens ^ happened)}"
