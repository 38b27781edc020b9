"""Two workers against one process in a loop, and what the coordinator holds: `python -m tests.benchmarks.fleet`."""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
from pathlib import Path
from unittest import mock

import click

from migrate_ext.fleet import cluster, one, run
from migrate_ext.fleet.lines import read
from migrate_ext.fleet.state import State
from tests.benchmarks.corpora import module
from tests.benchmarks.measure import Command, figure, in_turns
from tests.fleet import estate

REPOSITORIES, CANDIDATES, CLEAN = 48, 30, 200
GOAL = 0.6
_FEW, _MANY = 2_000, 12_000
_KILO = 1 if sys.platform == "darwin" else 1024
_GIGA = 1_000_000_000


def main() -> None:
    """Measure and print; the other modes are what is measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.fleet", description=__doc__)
    default = Path(tempfile.gettempdir()) / "migrate-ext-benchmarks"
    parser.add_argument("--scratch", type=Path, default=default, help="folder for the repositories, kept")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--loop", metavar="FILE", help="check the repositories of a list one after the other")
    parser.add_argument("--coordinate", type=int, metavar="N", help="send N jobs that do nothing; print bytes")
    chosen = parser.parse_args()
    if chosen.loop is not None:
        loop(chosen.loop)
    elif chosen.coordinate is not None:
        click.echo(coordinate(chosen.coordinate))
    else:
        os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
        compare(repositories(chosen.scratch.resolve()), chosen.rounds)
        held(chosen.scratch.resolve())


def repositories(scratch: Path) -> Path:
    """The list of some repositories of like size."""
    root = scratch / "fleet"
    if not root.exists():
        click.echo("making fleet", err=True)
        files = {f"clean/m{n}.py": estate.CLEAN * 20 for n in range(CLEAN)}
        files |= {f"old/m{n}.py": module(8 * n, 8) for n in range(CANDIDATES)}
        for number in range(REPOSITORIES):
            estate.repository(root / f"r{number}", files | {"number.txt": str(number)})
        (root / "list.txt").write_text("".join(f"r{number}\n" for number in range(REPOSITORIES)), encoding="utf-8")
    return root / "list.txt"


def loop(path: str) -> None:
    """One process that clones, checks and forgets one repository after the other."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as scratch:
        for number, repository in enumerate(read(path)):
            job = one.Job(repository, f"{scratch}/state", 600, 4 * _GIGA, 2 * _GIGA)
            outcome = one.checked(job, f"{scratch}/{number}")
            os.chdir(here)
            shutil.rmtree(f"{scratch}/{number}")
            if outcome.error is not None:
                raise RuntimeError(outcome.error)


def compare(listed: Path, rounds: int) -> None:
    """The clock of both, in turns."""
    start = [sys.executable, "-m"]
    commands = {
        "one": Command([*start, "tests.benchmarks.fleet", "--loop", str(listed)], listed.parent),
        "two": Command([*start, "migrate_ext", "fleet", str(listed), "--workers", "2"], listed.parent),
    }
    costs = in_turns(commands, rounds)
    ratio = figure([cost["two"].seconds / cost["one"].seconds for cost in costs])
    seconds = {name: figure([cost[name].seconds for cost in costs]).median for name in commands}
    verdict = "✓" if ratio.median <= GOAL else "✗"
    click.echo(
        f"{REPOSITORIES} repositories, two workers against a loop: {ratio.median:.2f} {verdict} (goal {GOAL:g}; "
        f"{ratio.least:.2f} to {ratio.most:.2f}); {seconds['two']:.1f} s against {seconds['one']:.1f} s; "
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
    )


def held(scratch: Path) -> None:
    """What the coordinator, with the scheduler in it, holds for each repository."""
    start = [sys.executable, "-m", "tests.benchmarks.fleet", "--coordinate"]
    few, many = (in_turns({"": Command([*start, str(n)], scratch)}, 1)[0][""].memory for n in (_FEW, _MANY))
    click.echo(
        f"the coordinator: {few / 1e6:.0f} MB with {_FEW:,} repositories, {many / 1e6:.0f} MB with {_MANY:,}: "
        f"{(many - few) / (_MANY - _FEW):.0f} bytes a repository"
    )


def coordinate(number: int) -> int:
    """Run the coordinator on jobs that do nothing; its memory at the most, in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "list.txt"
        line = "https://git.example/department-{0:02}/repository-{1:06}.git label=team-{0:02}\n"
        listed.write_text("".join(line.format(n % 50, n) for n in range(number)), encoding="utf-8")
        settings = run.Settings(
            output=os.devnull,
            state=folder,
            against=None,
            scheduler=None,
            workers=1,
            retries=0,
            timeout=60,
            memory=4096,
            disk=2048,
            quiet=True,
            verbose=False,
        )
        with mock.patch.object(cluster, "perform", nothing), mock.patch.object(State, "holds", return_value=True):
            run.run(str(listed), settings, lambda line: click.echo(line, err=True))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILO


def nothing(_: one.Job) -> one.Outcome:
    """A job that does nothing."""
    return one.Outcome()


if __name__ == "__main__":
    main()
