"""Source that LibCST's parser would not survive, or that it takes amiss: looked at, or refused at once."""

from __future__ import annotations

import time

import pytest

from migrate_ext.core.source import Source
from migrate_ext.languages.python import extract
from migrate_ext.languages.python.syntax import MAX_TOKENS

WORD = "customExtensionHandlerInstances"
NAMED = f'name = "{WORD}"\n'
TOO_DEEP = "it is nested too deeply"


def nested(opening: str, closing: str, depth: int) -> str:
    return opening * depth + "a" + closing * depth


@pytest.mark.parametrize(
    "text",
    [
        "y = " + " + ".join(["a"] * 30_000),
        "y = " + " and ".join(["a"] * 20_000),
        "y = a" + ".b" * 5_000,
        "y = a" + "[0]" * 5_000,
        "if a:\n pass\n" + "elif a:\n pass\n" * 3_000,
        "match a:\n case " + nested("[", "]", 30) + ": pass",
        "match a:\n case " + nested("(", ")", 30) + ": pass",
        "match a:\n case " + nested("A(", ")", 30) + ": pass",
        "match a:\n case " + nested("{1: ", "}", 12) + ": pass",
        "match a:\n case " + nested("{1: [", "]}", 8) + ": pass",
        "match (\n a\n):\n case 1: pass\n case [a,\n b, " + nested("(", ")", 30) + "]: pass",
        "match a:\r case 1:\r  pass\r case \\\r " + nested("(", ")", 30) + ":\r  pass",
        "type A = int\nmatch a:\n case " + nested("(", ")", 30) + ": pass",
    ],
    ids=[
        *("sum", "and", "attributes", "subscripts", "elif"),
        *("sequences", "parentheses", "classes", "mappings", "mappings and sequences", "second case"),
        *("continued line", "newer syntax"),
    ],
)
def test_what_the_parser_would_not_survive_is_refused_at_once(text: str) -> None:
    begun = time.perf_counter()
    facts = extract(Source("a.py", NAMED + text + "\n", "utf-8"))
    assert time.perf_counter() - begun < 5
    assert facts.error == TOO_DEEP
    assert [(site.code, site.symbol) for site in facts.sites] == [("CEX901", WORD)]


@pytest.mark.parametrize(
    "text",
    [
        "y = " + " + ".join(["a"] * 890),
        "y = " + " and ".join(["a"] * 890),
        "y = a" + ".b" * 890,
        "y = '" + "z" * 1_000_000 + "'",
        "y = " + '"a" ' * 2_000,
        "y = " + nested("f(", ")", 150),
        "y = " + nested("[", "]", 150),
        "\n" * 200_000,
        "# \n" * 50_000,
        "match a:\n" + ' case {"a": {"b": [c, d]}}: pass\n' * 300,
        "match a:\n case '((((((((((((((((((((((((': pass  # ((((((((((((((((((((((((",
        "match a:\n case " + nested("A(b=[", "]", 1) + "): pass",
    ],
    ids=[
        *("sum", "and", "attributes", "string", "adjacent strings", "calls", "lists"),
        *("empty lines", "comments", "many cases", "brackets in a string", "pattern"),
    ],
)
def test_what_is_only_long_is_looked_at(text: str) -> None:
    begun = time.perf_counter()
    assert extract(Source("a.py", NAMED + text + "\n", "utf-8")).error is None
    assert time.perf_counter() - begun < 20


@pytest.mark.parametrize(
    "text",
    [
        "y = not(lambda: a)",
        "assert(a if b else c)",
        "for x in(a if b else c): pass",
        "y = [x for x in(a if b else c)]",
        "y = a and(lambda: b)",
        "def f(): return(lambda: a)",
    ],
)
def test_a_word_may_stand_directly_before_parentheses(text: str) -> None:
    """LibCST's checks of its own nodes refuse these; they are Python."""
    assert extract(Source("a.py", NAMED + text + "\n", "utf-8")).error is None


def test_an_annotation_in_a_string_that_is_too_deep_is_a_string() -> None:
    text = "y: '" + " + ".join(["a"] * 30_000) + "' = 1\n"
    assert extract(Source("a.py", NAMED + text, "utf-8")).error is None


def test_more_tokens_than_memory_allows_are_refused() -> None:
    facts = extract(Source("a.py", NAMED + "y = [" + "1," * MAX_TOKENS + "]\n", "utf-8"))
    assert facts.error is not None
    assert facts.error.startswith("it is too long")
    assert [site.code for site in facts.sites] == ["CEX901"]
