"""Generated documents: a fix is what a reference on plain values does, in every notation, and no other byte moves."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.languages.documents.fixing import applicabilities, findings, fixed
from tests.properties.notations import NOTATIONS, Notation
from tests.properties.reference import COLLECTIONS, EXTENSION, NEW_TYPES, STATUSES, bridged, documents, migrated
from tests.properties.sandbox import LONG, QUICK

ROOT = Path(__file__).parents[2]
layouts = st.sampled_from(
    [
        {"indent": None, "separators": (",", ":")},
        {"indent": None, "separators": (", ", " : ")},
        {"indent": 2, "separators": (",", ": ")},
        {"indent": "\t", "separators": (" ,", ": ")},
    ]
)
MODES = pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
_WORDS = re.compile("|".join([*COLLECTIONS, *NEW_TYPES, EXTENSION, *STATUSES, '"stage"']))


def is_the_reference(payload: Any, before: str, *, unsafe: bool) -> None:
    """A parse of the fixed text equals the rules on the parsed original, and a second fix does nothing."""
    after = fixed("a.json", before, unsafe=unsafe)
    assert json.loads(after) == migrated(payload, unsafe=unsafe)
    assert fixed("a.json", after, unsafe=unsafe) == after


def leaves_the_rest(payload: Any, indent: int) -> None:
    """Each line without a word that is touched stays, in its order and to the byte, but for the comma at its end."""
    before = json.dumps(payload, indent=indent)
    after = iter(line.rstrip(",") for line in fixed("a.json", before).split("\n"))
    for line in before.split("\n"):
        if _WORDS.search(line) is None:
            assert line.rstrip(",") in after


def says_the_same(payload: Any, notation: Notation, *, unsafe: bool) -> None:
    """Another notation has the same findings, as far to be trusted, and the same value after its fix."""
    plain, other = json.dumps(payload), notation.write(payload)
    assert notation.read(other) == payload
    assert applicabilities(notation.name, other) == applicabilities("a.json", plain)
    after = notation.read(fixed(notation.name, other, unsafe=unsafe))
    assert after == json.loads(fixed("a.json", plain, unsafe=unsafe))


@MODES
@QUICK
@given(payload=documents, layout=layouts, ascii_only=st.booleans())
def test_a_fixed_json_text_is_the_reference_applied(unsafe: bool, payload: Any, layout: Any, ascii_only: bool) -> None:  # noqa: FBT001
    is_the_reference(payload, json.dumps(payload, ensure_ascii=ascii_only, **layout), unsafe=unsafe)


@MODES
@QUICK
@given(payload=bridged, layout=layouts)
def test_both_names_are_settled_as_the_reference_does(unsafe: bool, payload: Any, layout: Any) -> None:  # noqa: FBT001
    is_the_reference(payload, json.dumps(payload, **layout), unsafe=unsafe)


@QUICK
@given(payload=documents, indent=st.sampled_from([0, 1, 4]))
def test_lines_without_a_word_stay(payload: Any, indent: int) -> None:
    leaves_the_rest(payload, indent)


@QUICK
@given(payload=documents, layout=layouts)
def test_line_ends_stay(payload: Any, layout: Any) -> None:
    before = json.dumps(payload, **layout)
    assert fixed("a.json", before.replace("\n", "\r\n")) == fixed("a.json", before).replace("\n", "\r\n")


@MODES
@pytest.mark.parametrize("notation", NOTATIONS, ids=lambda notation: notation.name)
@settings(QUICK, max_examples=25)
@given(payload=bridged)
def test_each_notation_says_the_same(notation: Notation, unsafe: bool, payload: Any) -> None:  # noqa: FBT001
    says_the_same(payload, notation, unsafe=unsafe)


@pytest.mark.slow
@LONG
@given(payload=st.one_of(documents, bridged), layout=layouts)
def test_the_reference_holds_for_many_more(payload: Any, layout: Any) -> None:
    for unsafe in (False, True):
        is_the_reference(payload, json.dumps(payload, **layout), unsafe=unsafe)
        for notation in NOTATIONS:
            says_the_same(payload, notation, unsafe=unsafe)


def recorded() -> list[Path]:
    """The plain JSON documents of the cases and fixtures."""
    found = [*ROOT.glob("tests/cases/documents/*/before/**/*.json"), *ROOT.glob("fixtures/**/*.json")]
    return sorted(path for path in found if _is_plain(path))


def _is_plain(path: Path) -> bool:
    try:
        text = path.read_text(encoding="utf-8")
        json.loads(text)
    except ValueError:
        return False
    hints = ("method", '"request', "actions", "$schema", "openapi", "swagger", "properties", "MSFT_", "ResourceName")
    return not any(hint in text for hint in hints)


@pytest.mark.parametrize("notation", NOTATIONS, ids=lambda notation: notation.name)
@pytest.mark.parametrize("path", recorded(), ids=lambda path: "-".join(path.relative_to(ROOT).parts[-3:]))
def test_documents_of_the_cases_say_the_same_in_each_notation(path: Path, notation: Notation) -> None:
    payload = json.loads(path.read_text(encoding="utf-8"))
    if notation.name.endswith(".ipynb") and re.search('"(Id|Custom[A-Z]\\w+)"', path.read_text(encoding="utf-8")):
        pytest.skip("in Python only Graph's own spelling counts (migration.md, 2)")
    for unsafe in (False, True):
        says_the_same(payload, notation, unsafe=unsafe)


@QUICK
@given(payload=documents, flow=st.sampled_from([None, False, True]), indent=st.sampled_from([2, 4]))
def test_yaml_says_the_same_in_each_style(payload: Any, flow: bool | None, indent: int) -> None:  # noqa: FBT001
    before = yaml.safe_dump(payload, sort_keys=False, default_flow_style=flow, indent=indent, allow_unicode=True)
    assert sorted(findings("a.yaml", before)) == sorted(findings("a.json", json.dumps(payload)))
    assert yaml.safe_load(fixed("a.yaml", before)) == migrated(payload, unsafe=True)


@QUICK
@given(payload=documents, layout=layouts)
def test_json_in_a_string_says_the_same_as_outside(payload: Any, layout: Any) -> None:
    inner = json.dumps(payload, **layout)
    after = fixed("a.json", json.dumps({"body": json.dumps({"content": inner})}))
    assert json.loads(json.loads(after)["body"])["content"] == fixed("b.json", inner)


@QUICK
@given(several=st.lists(documents, min_size=1, max_size=4))
def test_each_line_of_ndjson_is_a_document(several: list[Any]) -> None:
    lines = [json.dumps(payload) for payload in several]
    assert fixed("a.ndjson", "\n".join(lines)).split("\n") == [fixed("a.json", line) for line in lines]


@pytest.mark.parametrize("style", ["|", ">", "'", '"'])
@settings(QUICK, max_examples=20)
@given(payload=documents)
def test_every_yaml_scalar_carries_json(style: str, payload: Any) -> None:
    inner = json.dumps(payload, indent=2)
    before = yaml.safe_dump({"body": inner}, default_style=style, width=10000)
    assert yaml.safe_load(fixed("a.yaml", before))["body"] == fixed("a.json", inner)
