"""What the guard lets through to LibCST: also the syntax of a Python that is newer than the one that runs."""

from __future__ import annotations

import pytest

from migrate_ext.languages.python.syntax import UnparsableError, check, parse

NEWER = "type Runs = list[int]\n"


@pytest.mark.parametrize(
    "text",
    [
        "type Runs[T] = list[T]\n",
        "def first[T: int](items: list[T]) -> T: ...\n",
        "class Store[T]:\n    pass\n",
        "async def first[T](items: list[T]) -> T: ...\n",
        "print(f'{request['id']}')\n",
        NEWER + "rows = [" + "a.b(1) + 2,\n" * 1000 + "]\n",
    ],
)
def test_syntax_of_newer_pythons_is_read(text: str) -> None:
    module, _ = parse(text)
    assert module.code == text


@pytest.mark.parametrize(
    "nested",
    [
        "(" * 2000 + ")" * 2000,
        " + ".join(["1"] * 5000),
        "a" + ".b(1)" * 5000,
        "not " * 5000 + "1",
        "1" + " if a else 1" * 5000,
        "f(1, " * 2000 + ")" * 2000,
        "a" + "[0]" * 5000,
    ],
    ids=["brackets", "sum", "calls", "not", "conditional", "arguments", "indices"],
)
def test_newer_syntax_does_not_lead_deep_nesting_past_the_guard(nested: str) -> None:
    with pytest.raises(UnparsableError):
        check(f"{NEWER}x = {nested}\n")


@pytest.mark.parametrize("text", ["type Runs = list[int\n", "class Store[T:\n    pass\n", NEWER + "x = = 1\n"])
def test_broken_text_stays_broken_with_newer_syntax_in_it(text: str) -> None:
    with pytest.raises(UnparsableError, match="line"):
        check(text)
