"""Workers send back what they found, however deep it is."""

from __future__ import annotations

from migrate_ext.core.model import Facts
from migrate_ext.core.source import Source
from migrate_ext.engine.analysis import extract_with_registry
from migrate_ext.engine.workers import Job, extract_all

PADDING = "# " + "x" * 500_000 + "\n"


def test_the_facts_of_a_long_sum_come_back_from_a_worker() -> None:
    text = PADDING + "total = " + " + ".join(["a"] * 800) + "\n"
    jobs = [Job("python", Source(name, text, "utf-8")) for name in ("one.py", "two.py")]
    outcomes = list(extract_all(jobs, extract_with_registry, 2))
    assert [outcome.path for outcome in outcomes if isinstance(outcome, Facts)] == ["one.py", "two.py"]
