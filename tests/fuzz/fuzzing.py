"""Inputs made and judged one after the other, from one number that says all of them."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.fuzz.inputs import Seed, seeds
from tests.fuzz.judge import Judgement, judge
from tests.fuzz.mutations import mutate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from tests import laws

SLOWEST = 30
"""Seconds of the processor that one run over an input may take."""
_REAL = 200
"""One input in so many goes through the command in a process of its own too."""
_PYTHON = 0.4
"""The share of inputs that are Python whatever the number of its fixtures."""
_MOST_OF_A_KIND = 20
"""A kind with more fixtures than this comes no more often."""


class Input(NamedTuple):
    """A tree with one mutated file."""

    number: int
    files: laws.Tree
    path: str


class Broken(NamedTuple):
    """An input that broke laws."""

    input: Input
    laws: list[str]


@dataclass
class Result:
    """What came out."""

    inputs: int = 0
    parsed: int = 0
    found: int = 0
    edited: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    broken: list[Broken] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """Which share of the inputs parsed, had a finding, had an edit."""
        count = max(self.inputs, 1)
        return {"parsed": self.parsed / count, "had a finding": self.found / count, "had an edit": self.edited / count}


def inputs(seed: int, first: int = 0) -> Iterator[Input]:
    """The inputs of one seed, without end; each depends on nothing but the seed and its number."""
    by_suffix = seeds()
    number = first
    weights = [min(len(own), _MOST_OF_A_KIND) for own in by_suffix.values()]
    while True:
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - nothing to keep secret
        suffix = ".py" if chance.random() < _PYTHON else chance.choices([*by_suffix], weights)[0]
        chosen: Seed = chance.choice(by_suffix[suffix])
        other = chance.choice(by_suffix[suffix])
        files = chosen.tree(chance)
        path = chosen.name_in(files)
        files[path] = mutate(chance, chosen.content, other.content, suffix)
        yield Input(number, files, path)
        number += 1


def tried(seed: int, given: Input) -> Judgement:
    """Judge one input in a scratch folder."""
    chance = random.Random(f"judge {seed}/{given.number}")  # noqa: S311 - nothing to keep secret
    with _scratch(given.files), _alarm():
        return judge(given.files, given.path, chance, real=given.number % _REAL == 0)


def fuzz(seed: int, seconds: float, most: int | None = None, first: int = 0) -> Iterator[Result]:
    """Try inputs until the time is over or `most` are done; the result so far after each."""
    result = Result()
    end = time.monotonic() + seconds
    for given in inputs(seed, first):
        judgement = tried(seed, given)
        result.inputs += 1
        result.parsed += judgement.parsed
        result.found += judgement.found
        result.edited += judgement.edited
        result.kinds[Path(given.path).suffix] += 1
        if judgement.broken:
            result.broken.append(Broken(given, judgement.broken))
        yield result
        if time.monotonic() > end or (most is not None and result.inputs >= most):
            return


@contextlib.contextmanager
def _scratch(files: laws.Tree) -> Iterator[None]:
    """A folder with these files as the working directory, out of any repository's reach."""
    folder = tempfile.mkdtemp()
    try:
        with contextlib.chdir(folder):
            for path, content in files.items():
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                Path(path).write_bytes(content)
            yield
    finally:
        shutil.rmtree(folder)


@contextlib.contextmanager
def _alarm() -> Iterator[None]:
    """End what takes too long with an exception."""

    def ring(_signal: int, _frame: FrameType | None) -> None:
        message = f"took over {SLOWEST} seconds"
        raise TimeoutError(message)

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, SLOWEST, SLOWEST)  # again, for the tool may take it for a mistake of its own
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def save(broken: Broken, folder: Path) -> Path:
    """Keep an input that broke laws, with what it broke."""
    place = folder / str(broken.input.number)
    shutil.rmtree(place, ignore_errors=True)
    for path, content in broken.input.files.items():
        target = place / path
        os.makedirs(target.parent, exist_ok=True)
        target.write_bytes(content)
    (folder / f"{broken.input.number}.txt").write_text(
        f"{broken.input.path}\n" + "\n".join(broken.laws) + "\n", encoding="utf-8", errors="backslashreplace"
    )
    return place
