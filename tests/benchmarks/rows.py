"""The rows of the table: what is run, what is made of it, and how much it may be."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.engine.prefilter import MARKER
from migrate_ext.graph.names import candidate_words
from tests.benchmarks.measure import Command, Cost

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.benchmarks.corpora import Corpora

_MEGA = 1e6
_START = "from migrate_ext.cli import main; main()"
"""As the installed command starts it."""
_PARSE = """\
import sys, pathlib, libcst
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.py")):
    libcst.parse_module(path.read_text(encoding="utf-8"))
"""
_READ = "import sys, pathlib, click; pathlib.Path(sys.argv[1]).read_bytes().decode()"


class Row(NamedTuple):
    """One line of the table."""

    work: str
    against: str
    goal: float | None
    commands: Mapping[str, Command]
    value: Callable[[Mapping[str, Cost]], float]
    """What counts, from one round."""
    unit: str = "x"
    needs: str | None = None
    """The program that it is compared with."""


def rows(made: Corpora, scratch: Path) -> list[Row]:
    """All rows, in the order of the table."""
    return [*_starts(made, scratch), *_sdk(made, scratch), *_documents(made, scratch), *_many(made, scratch)]


def _ours(scratch: Path, folder: Path, *arguments: str, command: str = "check", form: str = "json") -> Command:
    output = ("--format", form, "--output", str(scratch / "report"))
    return Command([sys.executable, "-c", _START, command, "--isolated", *output, *arguments], folder)


def _ratio(costs: Mapping[str, Cost]) -> float:
    return costs["ours"].seconds / costs["theirs"].seconds


def _without_start(costs: Mapping[str, Cost]) -> float:
    ours = costs["ours"].seconds - costs["our start"].seconds
    return ours / max(costs["theirs"].seconds - costs["their start"].seconds, 1e-3)


def _starts(made: Corpora, scratch: Path) -> list[Row]:
    click = Command([sys.executable, "-c", "import click"], scratch)
    words = [argument for word in (*candidate_words(), MARKER.decode()) for argument in ("-e", word)]
    found = []
    for name, tree, goal in (("Django 5.2", made.django, 1.5), ("botocore's JSON", made.botocore, None)):
        commands = {
            "ours": _ours(scratch, tree, "."),
            "our start": _ours(scratch, made.empty, "."),
            "theirs": Command(["rg", "--no-config", "-lF", *words, "."], tree),
            "their start": Command(["rg", "--no-config", "-lF", *words, "."], made.empty),
        }
        found.append(
            Row(f"clean tree: {name}", "`rg -l` of the same words", goal, commands, _without_start, needs="rg")
        )
    file = {"ours": _ours(scratch, scratch, made.clean_file.name), "theirs": click}
    memory = {"ours": found[0].commands["ours"]}
    return [
        Row("one clean file", '`python -c "import click"`', 1.5, file, _ratio),
        *found,
        Row("memory, clean tree", "", 60, memory, lambda costs: costs["ours"].memory / _MEGA, "MB"),
    ]


def _sdk(made: Corpora, scratch: Path) -> list[Row]:
    whole = {
        "ours": _ours(scratch, made.sdk, "msgraph_beta"),
        "theirs": Command(["ruff", "check", "--isolated", "--select", "F401", "--no-cache", "msgraph_beta"], made.sdk),
    }
    alone = {
        "ours": _ours(scratch, made.candidates, "--jobs", "1", "."),
        "theirs": Command([sys.executable, "-c", _PARSE, "."], made.candidates),
    }
    return [
        Row("`msgraph_beta`", "`ruff check --select F401 --no-cache`", 0.6, whole, _ratio, needs="ruff"),
        Row("its candidates, one process", "LibCST `parse_module`", 2, alone, _ratio),
    ]


def _documents(made: Corpora, scratch: Path) -> list[Row]:
    size = made.export.stat().st_size
    work = scratch / "work"
    work.mkdir(exist_ok=True)
    jq = Command(["jq", ".", str(made.export)], scratch)
    found = []
    for command, goal in (("check", 2.0), ("fix", 3.0)):
        flags = ("--unsafe",) * (command == "fix")
        ours = _ours(scratch, work, *flags, made.export.name, command=command, form="concise")
        ours = ours._replace(prepare=lambda: shutil.copyfile(made.export, work / made.export.name))
        work_name = f"{size / _MEGA:.0f} MB JSON, `{' '.join((command, *flags))}`"
        found.append(Row(work_name, "`jq .`", goal, {"ours": ours, "theirs": jq}, _ratio, needs="jq"))
        memory = {"ours": ours}
        found.append(
            Row(f"memory, {work_name}", "the file's size", 8, memory, lambda costs: costs["ours"].memory / size)
        )
    files = (made.export, made.tenth, made.clean_export)
    one, tenth, clean = (_ours(scratch, scratch, file.name, form="concise") for file in files)
    start = _ours(scratch, scratch, made.small_export.name, form="concise")
    ten = {"ours": one, "our start": start, "theirs": tenth, "their start": start}
    read = Command([sys.executable, "-c", _READ, made.clean_export.name], scratch)
    return [
        *found,
        Row("ten times the export", "the export", 12, ten, _without_start),
        Row("a clean export", "Python that reads and decodes it", None, {"ours": clean, "theirs": read}, _ratio),
    ]


def _many(made: Corpora, scratch: Path) -> list[Row]:
    one = _ours(scratch, made.two_hundred, "--jobs", "1", ".")
    two = {"ours": _ours(scratch, made.two_hundred, "--jobs", "2", "."), "theirs": one}
    twice = {
        "ours": one,
        "our start": _ours(scratch, scratch, made.small.name),
        "theirs": _ours(scratch, made.hundred, "--jobs", "1", "."),
    }
    twice["their start"] = twice["our start"]
    found = [
        Row("200 candidates of like size, two processes", "one process", 0.6, two, _ratio),
        Row("twice the files (200 candidates)", "100 candidates", 2, twice, _without_start),
    ]
    for times, goal in ((4, 5), (8, 10)):
        commands = {
            "ours": _ours(scratch, scratch, made.modules[times].name),
            "our start": _ours(scratch, scratch, made.small.name),
            "theirs": _ours(scratch, scratch, made.modules[1].name),
        }
        commands["their start"] = commands["our start"]
        found.append(Row(f"a module {times} times as long", "the module", goal, commands, _without_start))
    return found
