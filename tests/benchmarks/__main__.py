"""Measures the goals for speed and memory side by side, and writes the table: `python -m tests.benchmarks --help`."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tests.benchmarks import corpora
from tests.benchmarks.measure import Figure, figure, in_turns, run
from tests.benchmarks.rows import Row, rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DOCUMENT = Path(__file__).parents[2] / "docs" / "performance.md"
_TABLE = re.compile(r"(<!-- table -->\n).*?(<!-- /table -->\n)", re.DOTALL)
_HEAD = (
    "| work | against | goal | measured | from | to | by processor time | ours | theirs |\n"
    "| - | - | - | - | - | - | - | - | - |\n"
)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    default = Path(tempfile.gettempdir()) / "migrate-ext-benchmarks"
    parser.add_argument("--scratch", type=Path, default=default, help="folder for the corpora, kept for the next time")
    parser.add_argument("--rounds", type=int, default=7, help="how often each process is run")
    parser.add_argument(
        "--only", action="append", metavar="TEXT", help="only the rows whose first column holds the text; repeatable"
    )
    parser.add_argument("--no-write", action="store_true", help="leave docs/performance.md as it is")
    chosen = parser.parse_args()
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a command that compiles itself each time is not what users have
    scratch = chosen.scratch.resolve()
    made = corpora.corpora(scratch)
    chosen_rows = [row for row in rows(made, scratch) if any(text in row.work for text in chosen.only or [""])]
    lines = {}
    for row in chosen_rows:
        lines[row.work] = measured(row, chosen.rounds)
        click.echo(lines[row.work], nl=False)
    if not chosen.no_write:
        order = [row.work for row in rows(made, scratch)]
        text = DOCUMENT.read_text(encoding="utf-8")
        new = table(text, lines, order) + f"\n{machine(chosen.rounds)}\n"
        DOCUMENT.write_text(_TABLE.sub(lambda found: found[1] + new + found[2], text), encoding="utf-8")


def table(text: str, lines: Mapping[str, str], order: Sequence[str]) -> str:
    """The table with some lines measured anew; the others are those that `text` has."""
    known = {row[1]: row[0] for row in re.finditer(r"^\| (.*?) \|.*\n", text, re.MULTILINE)}
    return _HEAD + "".join({**known, **lines}[work] for work in order if work in lines or work in known)


def measured(row: Row, rounds: int) -> str:
    """A line of the table."""
    goal = "" if row.goal is None else f"{row.goal:g} {row.unit}"
    if row.needs is not None and shutil.which(row.needs) is None:
        return f"| {row.work} | {row.against} | {goal} | `{row.needs}` is not installed | | | | | |\n"
    if len(row.commands) > 1:
        costs = in_turns(row.commands, rounds)
    else:
        costs = [{name: run(command, watched=True) for name, command in row.commands.items()}]  # does not vary
    value = figure([row.value(round_) for round_ in costs])
    worked = [{name: cost._replace(seconds=cost.processor) for name, cost in round_.items()} for round_ in costs]
    processor = "" if row.unit != "x" or len(row.commands) == 1 else _shown(figure(list(map(row.value, worked))).median)
    verdict = "" if row.goal is None else " ✓" if value.median <= row.goal else " ✗"
    ours, theirs = (_seconds([round_[name].seconds for round_ in costs if name in round_]) for name in _SIDES)
    return (
        f"| {row.work} | {row.against} | {goal} | {_shown(value.median)} {row.unit}{verdict} "
        f"| {_shown(value.least)} | {_shown(value.most)} | {processor} | {ours} | {theirs} |\n"
    )


_SIDES = ("ours", "theirs")


def _shown(value: float) -> str:
    return f"{value:.3g}"


def _seconds(values: list[float]) -> str:
    if not values:
        return ""
    found: Figure = figure(values)
    return f"{found.median:.3f} s"


def machine(rounds: int) -> str:
    """What it was measured on, and with."""
    versions = [f"Python {platform.python_version()}"]
    versions += [f"{name} {importlib.metadata.version(name)}" for name in ("libcst", "click")]
    for program in ("rg", "ruff", "jq"):
        if shutil.which(program):
            output = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
            versions.append(" ".join(output.splitlines()[0].split()[:2]))
    versions += [name.replace("==", " ") for name in (corpora.DJANGO, corpora.SDK, corpora.BOTOCORE)]
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return (
        f"{datetime.now(tz=UTC).date()}, {_processor()}, {os.cpu_count()} processors{load}; "
        f"medians of {rounds} rounds, the commands of a row in turns, `from` and `to` the least and the most. "
        f"{', '.join(versions)}."
    )


def _processor() -> str:
    try:
        found = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        found = None
    return f"{platform.system()} on {found[1] if found else platform.machine()}"


if __name__ == "__main__":
    main()
