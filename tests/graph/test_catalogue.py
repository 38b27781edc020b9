"""Every row of the catalogue holds what it says: its example is run through the door, its words are complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from migrate_ext.graph import catalogue
from migrate_ext.graph.catalogue import RULES, Rule
from tests.door import run

SUFFIXES = {"python": ".py", "json": ".json"}
EACH_RULE = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
LEFT_TO_THE_USER = {"CEX304", "CEX901", "CEX903"}
"""Rules whose example keeps its finding."""


@pytest.fixture
def example(rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The rule's example as the only file of the working directory."""
    monkeypatch.chdir(tmp_path)
    path = Path("example" + SUFFIXES[rule.language])
    path.write_bytes(rule.before.encode())
    return path


def found(path: Path) -> set[str]:
    report = run("check", "--isolated", "--mentions", "--format", "json", str(path)).report
    return {finding["code"] for finding in report["findings"]}


@EACH_RULE
def test_the_example_shows_the_rule_and_unsafe_fixes_turn_before_into_after(rule: Rule, example: Path) -> None:
    assert rule.code in found(example)
    run("fix", "--isolated", "--unsafe", str(example))
    assert example.read_bytes() == rule.after.encode()
    assert (rule.code in found(example)) == (rule.code in LEFT_TO_THE_USER)


@EACH_RULE
def test_the_explanation_shows_all_that_the_row_says(rule: Rule) -> None:
    page = run("rules", rule.code)
    assert page.code == 0
    said = re.sub(r"\s+", " ", page.text)
    for text in (rule.code, rule.name, rule.severity, rule.title, rule.why, rule.todo, rule.before, rule.after):
        assert re.sub(r"\s+", " ", text.strip()) in said
    assert rule.url in page.text


def test_every_rule_is_listed() -> None:
    lines = run("rules").text.splitlines()
    assert [line.split("  ")[0] for line in lines if line.startswith("CEX")] == list(RULES)


def test_rules_are_named_by_their_codes_and_names_are_unique() -> None:
    assert all(code == rule.code for code, rule in RULES.items())
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    assert list(RULES) == sorted(RULES)


def test_every_replacement_is_a_name_of_the_schema() -> None:
    types = set(catalogue.TYPES)
    for row in catalogue.TYPES.values():
        assert row.new is None or row.new in types
        assert row.base is None or row.base in types
        if row.variants is not None:
            assert {row.variants.default, row.variants.base, *(name for _, name in row.variants.by_value)} <= types
        new = catalogue.TYPES[row.new] if row.new else row
        members = {member.name for member in new.members}
        assert all(member.new in members for member in row.members if member.new is not None)


def test_every_new_collection_stands_beside_the_one_it_replaces() -> None:
    for row in catalogue.TYPES.values():
        names = {prop.name for prop in row.properties}
        for prop in row.properties:
            new = (prop.new,) if isinstance(prop.new, str) else prop.new or ()
            assert names >= set(new)


def test_every_rule_of_a_name_is_in_the_list_of_rules() -> None:
    codes = {row.rule for row in catalogue.TYPES.values()}
    codes |= {prop.rule for row in catalogue.TYPES.values() for prop in row.properties}
    codes |= {member.rule for row in catalogue.TYPES.values() for member in row.members}
    assert codes - {None} <= RULES.keys()
