"""A few seconds of the fuzzer, and what it would say of a tool that breaks the laws."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from migrate_ext.engine import rewrite
from migrate_ext.languages import python
from tests.fuzz import fuzzing, judge
from tests.fuzz.fuzzing import Input, fuzz, inputs, tried

OLD = b'import json\n\nrows = json.load(open("x.json"))["customExtensionHandlerInstances"]\n'
GIVEN = Input(1, {"a.py": OLD, "b.json": b'{"customExtensionHandlerInstances": []}'}, "a.py")


def test_some_inputs_keep_the_laws_and_a_quarter_of_them_parses_is_found_and_fixed() -> None:
    *_, result = fuzz(seed=8, seconds=60, most=150)
    assert [(broken.input.number, broken.laws) for broken in result.broken] == []
    assert result.inputs == 150
    assert min(result.shares().values()) >= 0.25, result.shares()


def test_an_input_depends_on_nothing_but_the_seed_and_its_number() -> None:
    known = list(islice(inputs(3), 20))
    assert list(islice(inputs(3, first=15), 5)) == known[15:]
    assert list(islice(inputs(4), 20)) != known


def test_all_kinds_of_files_come() -> None:
    kinds = {Path(given.path).suffix for given in islice(inputs(5), 2000)}
    assert {".py", ".pyi", ".json", ".jsonc", ".json5", ".ndjson", ".jsonl", ".ipynb", ".har"} <= kinds
    assert {".yaml", ".yml", ".http", ".rest", ".postman_collection", ".code-workspace", ".toml", ".md"} <= kinds


def test_sound_input_breaks_no_law_also_through_the_command_itself() -> None:
    judgement = tried(0, GIVEN._replace(number=0))
    assert judgement == judge.Judgement(parsed=True, found=True, edited=True, broken=[])


@pytest.mark.parametrize(
    ("place", "name", "worse", "law"),
    [
        (python, "extract", "raises", "internal error: ValueError"),
        (rewrite, "texts", "touches", "b.json is not what its fixes make of it"),
        (rewrite, "texts", "spoils", "a.py could be parsed, and no longer can"),
        (rewrite, "texts", "halves", "a second fix changed something"),
    ],
)
def test_a_tool_that_breaks_a_law_is_found_out(
    place: object, name: str, worse: str, law: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = getattr(place, name)

    def unsound(*arguments: Any) -> object:
        if worse == "raises":
            message = "no"
            raise ValueError(message)
        made = dict(sound(*arguments))
        if worse == "touches":
            made["b.json"] = '{"customExtensionCalloutInstances":  []}'
        if worse == "spoils":
            made["a.py"] = "("
        if worse == "halves":
            made["a.py"] = arguments[1]["a.py"].text + "\n"
        return made

    monkeypatch.setattr(place, name, unsound)
    if worse == "spoils":
        monkeypatch.setattr(rewrite, "_read_again", lambda path, _text, given: (None, given.facts[path]))
    assert any(broken.startswith(law) for broken in tried(0, GIVEN).broken), tried(0, GIVEN).broken


def test_what_takes_too_long_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(fuzzing, "SLOWEST", 1)
    monkeypatch.setattr(python, "extract", endless)
    assert any("took over 1 seconds" in broken for broken in tried(0, GIVEN).broken)
