"""Broken and odd documents through the command: found, reported, and changed only where the structure is clear."""

from __future__ import annotations

import codecs
import json
import time
from typing import TYPE_CHECKING

import pytest

from tests.door import run

if TYPE_CHECKING:
    from pathlib import Path

RUN = '{"customExtensionId":"1","stage":"assignmentRequestCreated"}'
TEXT = '{"customExtensionHandlerInstances":[' + RUN + "]}"
FIXED = '{"customExtensionCalloutInstances":[{"customExtensionId":"1"}]}'
MARK = "\ufeff"
DEPTH = 100_000


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        *(TEXT[:cut] for cut in (36, 50, len(TEXT) - 1)),
        TEXT + "x",
        TEXT + "]",
        TEXT + TEXT,
        "{," + TEXT[1:],
        TEXT[:-1] + ",,}",
        '{"a":"x\ny",' + TEXT[1:],
        '{"a":nan,' + TEXT[1:],
        TEXT + "\0",
        TEXT + MARK,
        "{" + MARK + TEXT[1:],
        TEXT.replace(":[", f":{MARK}["),
        TEXT.replace('"1"', "'1\""),
        TEXT + "/* ",
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonc", "a.json5", "a.ndjson", "a.postman_collection"])
def test_what_cannot_be_read_is_reported_and_stays(here: Path, name: str, text: str) -> None:
    if name == "a.ndjson" and "\n" in text:
        pytest.skip("two lines")
    (here / name).write_text(text, encoding="utf-8", newline="")
    (finding,) = run("check", "--isolated", "--format", "json", ".").report["findings"]
    at = text.index("custom")
    line = text.count("\n", 0, at) + 1
    assert (finding["code"], finding["applicability"]) == ("CEX901", "manual")
    assert finding["range"]["start"] == {"line": line, "column": at - (text.rfind("\n", 0, at) + 1) + 1}
    assert run("fix", "--isolated", "--unsafe", ".").code == 1
    assert (here / name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"a":NaN,"b":-Infinity,' + TEXT[1:], '{"a":NaN,"b":-Infinity,' + FIXED[1:]),
        ('{"a":"\\ud83d",' + TEXT[1:], '{"a":"\\ud83d",' + FIXED[1:]),
        (TEXT[:-1] + "," + TEXT[1:], FIXED[:-1] + "," + FIXED[1:]),
        (TEXT + " \n\t", FIXED + " \n\t"),
    ],
    ids=["nan", "lone surrogate", "doubled key", "blanks"],
)
def test_what_is_odd_but_clear_is_changed_and_stays_as_odd(here: Path, before: str, after: str) -> None:
    (here / "a.json").write_text(before, encoding="utf-8", newline="")
    assert run("fix", "--isolated", "--unsafe", ".").code == 0
    assert (here / "a.json").read_bytes() == after.encode()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_an_encoding_stays_with_and_without_its_mark(here: Path, mark: bytes, encoding: str) -> None:
    text = TEXT.replace('"1"', '"é😀"')
    (here / "a.json").write_bytes(mark + text.encode(encoding))
    first = run("check", "--isolated", "--format", "json", ".").report["findings"][0]
    assert first["range"]["start"] == {"line": 1, "column": 3}
    assert run("fix", "--isolated", "--unsafe", ".").code == 0
    assert (here / "a.json").read_bytes() == mark + FIXED.replace('"1"', '"é😀"').encode(encoding)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a":"\xed\xa0\xbd",' + TEXT[1:].encode(),
        b'{"a":"\xe9",' + TEXT[1:].encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"x",
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + "\ud800".encode("utf-16-le", "surrogatepass"),
    ],
    ids=["surrogate", "latin-1", "half a unit", "surrogate in UTF-16"],
)
def test_what_is_no_text_in_its_encoding_is_an_error_and_stays(here: Path, raw: bytes) -> None:
    (here / "a.json").write_bytes(raw)
    outcome = run("fix", "--isolated", "--unsafe", "--format", "json", ".")
    assert outcome.code == 2
    assert [error["path"] for error in outcome.report["errors"]] == ["a.json"]
    assert (here / "a.json").read_bytes() == raw


def test_a_broken_line_leaves_the_others_to_be_fixed(here: Path) -> None:
    (here / "a.ndjson").write_text(f"{TEXT}\n{TEXT}x\n\n{TEXT}", encoding="utf-8")
    assert run("fix", "--isolated", "--unsafe", ".").code == 1
    assert (here / "a.ndjson").read_text(encoding="utf-8") == f"{FIXED}\n{TEXT}x\n\n{FIXED}"


def test_a_broken_yaml_document_leaves_the_others_to_be_fixed(here: Path) -> None:
    broken = '"customExtensionHandlerInstances: [\n'
    (here / "a.yaml").write_text(f"{TEXT}\n---\n{broken}---\n{TEXT}\n", encoding="utf-8")
    assert run("fix", "--isolated", "--unsafe", ".").code == 1
    assert (here / "a.yaml").read_text(encoding="utf-8") == f"{FIXED}\n---\n{broken}---\n{FIXED}\n"


@pytest.mark.parametrize(
    "frame", ["[" * DEPTH + "{}" + "]" * DEPTH, '{"a":' * DEPTH + "{}" + "}" * DEPTH], ids=["arrays", "objects"]
)
def test_a_hundred_thousand_levels_are_fixed(here: Path, frame: str) -> None:
    (here / "a.json").write_text(frame.replace("{}", TEXT), encoding="utf-8")
    assert run("fix", "--isolated", "--unsafe", ".").code == 0
    assert (here / "a.json").read_text(encoding="utf-8") == frame.replace("{}", FIXED)


def one_line(records: int) -> str:
    """A document in one line, as exports of services are."""
    record = {"id": "x" * 250, "customExtensionHandlerInstances": [json.loads(RUN)]}
    return json.dumps({"value": [record] * records})


@pytest.mark.parametrize(
    ("records", "seconds"), [(6_000, 15), pytest.param(60_000, 90, marks=pytest.mark.slow)], ids=["2 MB", "20 MB"]
)
def test_one_long_line_takes_no_more_than_its_length(here: Path, records: int, seconds: float) -> None:
    (here / "a.json").write_text(one_line(records), encoding="utf-8")
    begun = time.perf_counter()
    report = run("check", "--isolated", "--format", "json", ".").report
    assert report["summary"]["by_code"] == {"CEX102": records, "CEX103": records}
    assert run("fix", "--isolated", "--unsafe", "--format", "concise", ".").code == 0
    assert time.perf_counter() - begun < seconds
    after = json.loads((here / "a.json").read_text(encoding="utf-8"))
    record = {"id": "x" * 250, "customExtensionCalloutInstances": [{"customExtensionId": "1"}]}
    assert after == {"value": [record] * records}
