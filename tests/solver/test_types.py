"""Annotations that no checker would accept are read as far as they say anything."""

from __future__ import annotations

import pytest

from migrate_ext.core.model import Policy
from migrate_ext.core.source import Source
from migrate_ext.languages import python
from migrate_ext.solver import solve

READ = 'request["customExtensionHandlerInstances"]\n'


@pytest.mark.parametrize(
    "word", ["list", "dict", "tuple", "Optional", "Union", "Coroutine", "Literal", "Annotated", "type"]
)
def test_a_type_that_is_given_nothing(word: str) -> None:
    text = f"def f(x: {word}[()]) -> {word}[()]:\n    return x\n\n\n{READ}"
    (verdict,) = solve([python.extract(Source("a.py", text, "utf-8"))], Policy()).verdicts
    assert verdict.site.code == "CEX102"
