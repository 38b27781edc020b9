"""No text makes a regular expression slow, whatever a hostile file holds."""

from __future__ import annotations

import re
import signal

import pytest

from tests import linear

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a clock that interrupts")
USED = list(linear.of_package())


@pytest.mark.parametrize("used", USED, ids=lambda used: used.where)
def test_every_regular_expression_of_the_package_takes_linear_time(used: linear.Used) -> None:
    assert linear.too_slow(used) is None


def test_all_of_them_are_found() -> None:
    """Of the modules, those made once by a function, and those in passing."""
    found = {used.where.partition(":")[0] for used in USED}
    assert {
        "migrate_ext.engine.prefilter._SEAM",
        "migrate_ext.engine.prefilter._ESCAPES",
        "migrate_ext.graph.names.word_pattern",
        "migrate_ext.graph.objects",
        "migrate_ext.languages.documents.bulk._ARRAY",
    } <= found
    assert len(USED) > 80


@pytest.mark.parametrize(
    "slow", [r"\s+$", r"(a|a)*b", r"(a+)+b", r"\d+\.?\d*x", r"from \(([^)]*)\)", r"^\s*import", r"(\S.*?)[ \t]*\Z"]
)
def test_slow_ones_would_be_noticed(slow: str) -> None:
    assert linear.too_slow(linear.Used("here", re.compile(slow, re.MULTILINE), searched=True)) is not None
