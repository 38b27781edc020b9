"""A few lines that would double a value, or the work, again and again are looked at all the same, in bounded time."""

from __future__ import annotations

import time

import pytest

from migrate_ext.core.model import Policy
from migrate_ext.core.source import Source
from migrate_ext.languages import python
from migrate_ext.solver import solve

WORD = "customExtensionHandlerInstances"
LOOPS = "".join(" " * depth + f"for a{depth} in b{depth}:\n" for depth in range(18))


@pytest.mark.parametrize(
    "text",
    [
        "a = 'x'\n" + "a = a + a\n" * 60,
        "a = 'x'\n" + "a = f'{a}{a}'\n" * 60,
        "a = ('x', 'y')\n" + "a = a + a\n" * 60,
        "a = {'key': []}\n" + "a = (a, a)\n" * 60,
        "a = {'key': []}\n" + "a = zip(a, (a,))\n" * 60,
        LOOPS + " " * 18 + "c = b0\n",
        "def a() -> (yield b):\n    yield 1\n",
    ],
    ids=["sum", "f-string", "tuple", "nested tuples", "nested iterables", "loops", "yield in an annotation"],
)
def test_what_doubles_ends_soon_and_hides_nothing(text: str) -> None:
    begun = time.process_time()
    (verdict,) = solve([python.extract(Source("a.py", f'{text}request["{WORD}"]\n', "utf-8"))], Policy()).verdicts
    assert (verdict.site.code, verdict.site.symbol) == ("CEX102", WORD)
    assert time.process_time() - begun < 5
