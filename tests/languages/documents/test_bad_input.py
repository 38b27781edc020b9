"""Input that nobody would write by hand: deep, long, broken."""

from __future__ import annotations

import json
import time

import pytest

from migrate_ext.core.source import Source
from migrate_ext.languages.documents import bulk, json_files
from tests.languages.documents.fixing import facts, findings, fixed

KEY = '"customExtensionHandlerInstances"'
DEPTH = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "[" * DEPTH + "{" + KEY + ":[]}" + "]" * DEPTH,
        '{"a":' * DEPTH + "{" + KEY + ":[]}" + "}" * DEPTH,
        "{" + KEY + ":" + "[" * DEPTH + "]" * DEPTH + "}",
        "{" + KEY + ':[{"stage":' + "[" * DEPTH + "]" * DEPTH + "}]}",
    ],
    ids=["arrays", "objects", "collection", "stage"],
)
def test_a_hundred_thousand_levels_are_read(text: str) -> None:
    assert findings("a.json", text)[0] == ("CEX102", KEY.strip('"'))


@pytest.mark.parametrize(
    "text",
    [
        '{"a":"' + '\\"' * 200_000 + KEY,
        "{" + KEY + ":[] " + "/" * 200_000,
        "{" + KEY + ":[] /*" + "*" * 200_000,
        '{"u":"https://graph.microsoft.com/beta/x?$expand=' + "customExtensionHandlerInstances," * 5000 + '"}',
        '{"u":"https://x/' + "@{a" * 50_000 + "/customExtensionHandlerInstances" + '"}',
        '{"u":"' + "a." * 50_000 + "customExtensionHandlerInstances!" + '"}',
        "{" + KEY + ":[{" + ",".join(['"stage":null'] * 5000) + "}]}",
    ],
    ids=["quotes", "slashes", "stars", "commas", "templates", "dots", "stages"],
)
def test_no_input_takes_more_than_its_length(text: str) -> None:
    begun = time.perf_counter()
    findings("a.json", text)
    assert time.perf_counter() - begun < 20


@pytest.mark.parametrize(
    "text",
    ["{" + KEY + ": [", "{" + KEY + ":[]} x", "{" + KEY + ":[]}\n{" + KEY + ":[]}", "[" + KEY + " 1]", "{" + KEY + "}"],
    ids=["cut", "garbage", "two", "no comma", "no value"],
)
def test_what_cannot_be_read_is_one_finding_at_its_first_word(text: str) -> None:
    (site,) = facts("a.json", text).sites
    assert (site.code, site.start) == ("CEX901", text.index("custom"))


def test_what_cannot_be_read_and_names_nothing_is_silent() -> None:
    assert findings("a.json", '{"customExtensionHandlers": [') == []


def test_doubled_keys_are_all_found() -> None:
    text = "{" + KEY + ":[]," + KEY + ':[{"stage":null}]}'
    assert [code for code, _ in findings("a.json", text)] == ["CEX102", "CEX102", "CEX103"]


def test_lone_surrogates_stay() -> None:
    text = "{" + KEY + ':[{"customExtensionId":"\\ud83d","stage":"assignmentRequestCreated"}]}'
    assert fixed("a.json", text) == '{"customExtensionCalloutInstances":[{"customExtensionId":"\\ud83d"}]}'


@pytest.mark.parametrize("indent", [None, 2])
def test_large_exports_give_what_small_ones_give(monkeypatch: pytest.MonkeyPatch, indent: int | None) -> None:
    run = {"customExtensionId": "e1", "stage": "assignmentRequestCreated", "status": "requestSent"}
    odd = {"customExtensionHandlerInstances": [{**run, "detail": {"a": 1}}], "note": "wa\u00fct"}
    several = {"customExtensionHandlerInstances": [run, {"status": "requestReceived"}, dict(reversed(run.items()))]}
    plain = {"id": "1", "answers": [{"value": "x"}]}
    text = json.dumps({"value": [odd, several, plain, {"customExtensionHandlerInstances": []}] * 30}, indent=indent)
    small = json_files.extract(Source("a.json", text, "utf-8"), lines=False)
    monkeypatch.setattr(json_files, "LARGE", 0)
    large = json_files.extract(Source("a.json", text, "utf-8"), lines=False)
    assert bulk.LARGE > 0
    assert [(s.code, s.start, s.edits, s.level) for s in large.sites] == [
        (s.code, s.start, s.edits, s.level) for s in small.sites
    ]
    assert set(large.links) == set(small.links)
