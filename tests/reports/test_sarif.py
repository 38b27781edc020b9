"""SARIF logs against the schema of OASIS and against what GitHub's code scanning documents."""

from __future__ import annotations

import functools
import json
import re
import shutil
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import jsonschema
import pytest

from migrate_ext.core.finding import Excerpt, Fix, Position, Range, RangeEdit, Related
from migrate_ext.core.report import Folded
from migrate_ext.graph.catalogue import RULES
from migrate_ext.reports import sarif
from tests import door, laws
from tests.reports.samples import (
    FOES,
    FULL,
    HOSTILE_NAMES,
    MANY,
    NOTHING,
    SAMPLES,
    by_hand,
    finding,
    rendered,
    report,
    span,
)

if TYPE_CHECKING:
    from migrate_ext.core.finding import Finding
    from migrate_ext.core.report import Report

SCHEMA = Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json"


@functools.cache
def validator() -> Any:
    return jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(made: Report) -> dict[str, Any]:
    """The run of a report's log."""
    run: dict[str, Any] = json.loads(rendered("sarif", made))["runs"][0]
    return run


def results(*findings: Finding, **changes: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run_of(report(*findings, **changes))["results"]
    return found


def region(result: dict[str, Any]) -> dict[str, int]:
    shown: dict[str, int] = result["locations"][0]["physicalLocation"]["region"]
    return shown


def told(made: Report) -> list[str]:
    """What the run's notifications say."""
    return [row["message"]["text"] for row in run_of(made)["invocations"][0]["toolExecutionNotifications"]]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_schema_of_oasis_accepts_it(name: str) -> None:
    log = json.loads(rendered("sarif", SAMPLES[name]))
    if name == "many":
        log["runs"][0]["results"] = log["runs"][0]["results"][::100]  # they differ in numbers only
    assert [error.message for error in validator().iter_errors(log)] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_code_scanning_finds_all_that_it_requires(name: str) -> None:
    """GitHub's page on SARIF support marks these properties as required, and these as its limits."""
    made = SAMPLES[name]
    run = run_of(made)
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "migrate-ext"
    assert [rule["id"] for rule in rules] == list(RULES)
    for rule in rules:
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert len(rule["properties"]["tags"]) <= 10
    assert len(run["results"]) == len(made.findings) + len(made.suppressed)
    for result in run["results"]:
        assert result["message"]["text"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert region(result)["startLine"] >= 1
        assert result["partialFingerprints"]


def test_nothing_found_is_a_run_without_results() -> None:
    run = run_of(NOTHING)
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_rule_says_what_the_command_says() -> None:
    (rule,) = (row for row in run_of(NOTHING)["tool"]["driver"]["rules"] if row["id"] == "CEX103")
    assert rule["helpUri"] == RULES["CEX103"].url
    assert RULES["CEX103"].todo in rule["help"]["markdown"]
    assert RULES["CEX103"].before.rstrip() in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}


class TestColumns:
    @pytest.mark.parametrize(
        ("before", "units"),
        [("    x[", 6), ("\t", 1), ("é漢", 2), ("e\u0301", 2), ("\U0001f600", 2), ("\U0001f600\U0001f600é", 5)],
    )
    def test_they_count_utf_16_code_units(self, before: str, units: int) -> None:
        """The lengths are those of JavaScript's `"…".length`."""
        start = len(before) + 1
        (result,) = results(
            finding(range=span(3, start, start + 7), fix=None, excerpt=Excerpt(3, (before + "oldName",)))
        )
        assert region(result) == {
            "startLine": 3,
            "startColumn": units + 1,
            "endLine": 3,
            "endColumn": units + 8,
        }
        assert run_of(NOTHING)["columnKind"] == "utf16CodeUnits"

    def test_the_end_of_a_range_over_lines_is_converted_by_its_own_line(self) -> None:
        spread = Range(Position(3, 1), Position(4, 3))
        (result,) = results(finding(range=spread, excerpt=Excerpt(3, ("x(", "\U0001f600)"))))
        assert region(result) == {"startLine": 3, "startColumn": 1, "endLine": 4, "endColumn": 4}

    def test_a_line_that_is_cut_is_named_without_columns(self) -> None:
        """What stands before the cut may hold characters of two units."""
        made = report(
            finding(
                range=span(1, 5008, 5015),
                fix=Fix("…", (RangeEdit(span(1, 5008, 5015), "newName"),)),
                excerpt=Excerpt(1, ('x": "oldName"',), (5002,)),
            )
        )
        (result,) = run_of(made)["results"]
        assert region(result) == {"startLine": 1, "endLine": 1}
        assert "fixes" not in result
        assert [text for text in told(made) if text.startswith("1 result without")]

    def test_related_places_have_columns_where_the_report_knows_their_line(self) -> None:
        places = (Related("src/app.py", span(9, 3, 4), "known"), Related("src/c.py", span(1, 2, 4), "unknown"))
        first, _ = results(
            finding(related=places),
            finding(range=span(9, 1, 3), excerpt=Excerpt(9, ("\U0001f600ab",)), fix=None),
        )
        regions = [row["physicalLocation"]["region"] for row in first["relatedLocations"]]
        assert regions == [
            {"startLine": 9, "startColumn": 4, "endLine": 9, "endColumn": 5},
            {"startLine": 1, "endLine": 1},
        ]
        assert [row["message"]["text"] for row in first["relatedLocations"]] == ["known", "unknown"]

    def test_a_line_that_two_repositories_tell_differently_is_not_trusted(self) -> None:
        place = Related("src/app.py", span(3, 2, 3), "x")
        other = finding(path="z.py", related=(place,), fix=None)
        *_, last = results(finding(), finding(excerpt=Excerpt(3, ("other text",))), other)
        assert last["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 3, "endLine": 3}


class TestFixes:
    def test_a_fix_replaces_what_the_edit_replaces(self) -> None:
        (result,) = results(finding())
        assert result["fixes"] == [
            {
                "description": {"text": "Replace oldName by newName (safe)"},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": "src/app.py", "uriBaseId": "%SRCROOT%"},
                        "replacements": [
                            {
                                "deletedRegion": {"startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 15},
                                "insertedContent": {"text": "newName"},
                            }
                        ],
                    }
                ],
            }
        ]

    def test_all_edits_of_a_group_are_the_fix_of_each_member(self) -> None:
        """Those that the baseline hides too; an edit that two members share is there once."""
        shared = RangeEdit(span(1, 1, 2), "y")
        here = finding(group="g", fix=Fix("a", (shared, RangeEdit(span(3, 8, 15), "newName"))), excerpt=_text(1, 3))
        again = finding(group="g", fix=Fix("b", (shared,)), excerpt=_text(1, 3))
        there = finding(group="g", path="b.py")
        hidden = finding(group="g", path="c.py", by="baseline")
        residual = by_hand(group="g", code="CEX103", path="d.py")
        found = results(here, again, there, residual, suppressed=(hidden,))
        changes = [result["fixes"][0]["artifactChanges"] for result in found if "fixes" in result]
        assert len(changes) == 4
        assert all(one == changes[0] for one in changes)
        assert {one["artifactLocation"]["uri"]: len(one["replacements"]) for one in changes[0]} == {
            "src/app.py": 2,
            "b.py": 1,
            "c.py": 1,
        }

    def test_a_group_whose_members_are_not_all_listed_has_no_fix(self) -> None:
        """Half a fix is worse than none."""
        made = report(
            finding(group="g", path="a.json"),
            finding(group="g", path="b.py"),
            finding(path="a.json", range=span(4, 1, 2), fix=Fix("…", (RangeEdit(span(4, 1, 1), "x"),))),
            folded=(Folded("a.json", "CEX102", 7),),
        )
        assert ["fixes" in result for result in run_of(made)["results"]] == [False, False, True]
        assert told(made)[0] == "a.json: 7 more of CEX102 are not listed"
        assert told(made)[1].startswith("2 results without their fix")

    def test_a_large_fix_is_given_once(self) -> None:
        members = [finding(group="g", path=f"{number:03}.py") for number in range(sarif.MOST_EDITS + 1)]
        found = results(*members)
        assert [number for number, result in enumerate(found) if "fixes" in result] == [0]
        assert len(found[0]["fixes"][0]["artifactChanges"]) == sarif.MOST_EDITS + 1
        assert told(report(*members))[0].startswith(f"{sarif.MOST_EDITS} results without their fix")

    def test_replacing_as_a_viewer_does_gives_the_new_text(self) -> None:
        """The fix is applied to UTF-16 text, which knows nothing of code points."""
        line = "\U0001f600 = row['oldName']  # \U0001f600"
        start = line.index("oldName") + 1
        edit = RangeEdit(span(1, start, start + 7), "newName")
        (result,) = results(finding(range=edit.range, fix=Fix("…", (edit,)), excerpt=Excerpt(1, (line,))))
        (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
        units = line.encode("utf-16-le")
        deleted, text = replacement["deletedRegion"], replacement["insertedContent"]["text"]
        before, after = units[: 2 * (deleted["startColumn"] - 1)], units[2 * (deleted["endColumn"] - 1) :]
        assert before.decode("utf-16-le") + text + after.decode("utf-16-le") == line.replace("oldName", "newName")

    def test_the_fixes_of_a_log_make_of_the_fixtures_what_the_command_makes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Applied as a viewer applies them: by line and UTF-16 column, each distinct fix once."""
        root = Path(__file__).parent.parent.parent
        shutil.copytree(root / "fixtures", tmp_path / "fixtures")
        monkeypatch.chdir(tmp_path)
        log = json.loads(door.run("check", "--format", "sarif", "--isolated", "fixtures").stdout)
        assert validator().is_valid(log)
        replacements: dict[str, dict[tuple[int, int, int, int], str]] = defaultdict(dict)
        for result in log["runs"][0]["results"]:
            for change in result.get("fixes", [{"artifactChanges": []}])[0]["artifactChanges"]:
                for row in change["replacements"]:
                    place = row["deletedRegion"]
                    key = (place["startLine"], place["startColumn"], place["endLine"], place["endColumn"])
                    replacements[unquote(change["artifactLocation"]["uri"])][key] = row["insertedContent"]["text"]
        assert len(replacements) > 10
        for name, rows in replacements.items():
            path = Path(name)
            path.write_bytes(_replaced(path.read_bytes().decode(), rows).encode())
        expected = laws.tree(root / "fixtures")
        for layer in ("safe", "unsafe"):
            expected |= laws.tree(root / "fixtures-expected" / layer)
        assert laws.tree(Path("fixtures")) == expected


def _replaced(text: str, rows: dict[tuple[int, int, int, int], str]) -> str:
    starts = [0]
    for whole in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(whole.encode("utf-16-le")))
    units = text.encode("utf-16-le")
    for (line, column, end_line, end_column), new in sorted(rows.items(), reverse=True):
        start, end = starts[line - 1] + 2 * (column - 1), starts[end_line - 1] + 2 * (end_column - 1)
        units = units[:start] + new.encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")


def _text(first: int, last: int) -> Excerpt:
    return Excerpt(first, ('    x["oldName"]',) * (last - first + 1))


class TestRows:
    def test_what_is_hidden_is_there_and_marked(self) -> None:
        found = results(finding(), suppressed=(finding(by="comment"), finding(by="baseline")))
        assert [[row["kind"] for row in result.get("suppressions", ())] for result in found] == [
            [],
            ["inSource"],
            ["external"],
        ]

    def test_errors_are_notifications_and_the_run_failed(self) -> None:
        invocation = run_of(FULL)["invocations"][0]
        assert invocation["executionSuccessful"] is False
        first, second, folded, *_ = invocation["toolExecutionNotifications"]
        assert (first["level"], first["descriptor"]) == ("error", {"id": "read"})
        assert first["message"]["text"].endswith("Permission denied")
        assert "locations" in first
        assert second["message"]["text"] == "a worker died"
        assert folded["message"]["text"] == "src/b.ipynb: 12 more of CEX102 are not listed"
        known = {row["id"] for row in run_of(FULL)["tool"]["driver"]["notifications"]}
        assert {row["descriptor"]["id"] for row in invocation["toolExecutionNotifications"]} <= known

    def test_a_run_that_was_interrupted_says_so(self) -> None:
        made = report(finding(), interrupted=True)
        assert run_of(made)["invocations"][0]["executionSuccessful"] is False
        assert any("interrupted" in text for text in told(made))

    def test_fingerprints_are_our_own(self) -> None:
        """The upload action calculates GitHub's own, and warns of each that differs from it."""
        assert [row["partialFingerprints"] for row in results(finding())] == [{"migrateExt/v1": "0123"}]

    def test_what_is_not_safe_says_why(self) -> None:
        safe, unsafe = results(finding(), finding(applicability="unsafe"))
        assert safe["message"]["text"] == "oldName was retired; use newName"
        assert unsafe["message"]["text"] == "oldName was retired; use newName. Rename it."


class TestLimits:
    def test_results_beyond_what_code_scanning_takes_are_left_out_and_counted(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The slight ones and the hidden ones first."""
        assert sarif.MOST_RESULTS == 25_000
        monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
        slight, severe = finding(code="CEX902", severity="warning"), finding()
        made = report(severe, slight, severe, severe, severe, suppressed=(finding(by="comment"),))
        found = run_of(made)["results"]
        assert [(row["level"], "suppressions" in row) for row in found] == [("error", False)] * 3
        assert told(made) == ["3 of 6 results are left out, for code scanning takes 3 a run"]

    def test_related_locations_beyond_what_it_shows(self) -> None:
        places = tuple(Related("b.py", span(number, 1, 2), "x") for number in range(1, 102))
        made = report(finding(related=places))
        assert len(run_of(made)["results"][0]["relatedLocations"]) == sarif.MOST_RELATED
        assert told(made) == ["1 result with only the first 100 related locations"]

    def test_ten_thousand_findings_stay_far_below_the_size_that_it_takes(self) -> None:
        """10 MB after gzip."""
        import gzip

        assert len(gzip.compress(rendered("sarif", MANY).encode())) < 1_000_000


class TestNames:
    def test_addresses_are_relative_percent_encoded_and_lead_back_to_the_name(self) -> None:
        found = run_of(FOES)["results"][: len(HOSTILE_NAMES)]
        for name, result in zip(HOSTILE_NAMES, found, strict=True):
            location = result["locations"][0]["physicalLocation"]["artifactLocation"]
            uri = location["uri"]
            assert re.fullmatch(r"[A-Za-z0-9._~!$&'()*+,;=@:/%-]+", uri)
            assert re.search(r"%(?![0-9A-F]{2})", uri) is None
            if name.startswith(("/", "C:/")):
                assert "uriBaseId" not in location
                assert unquote(uri) == ("file://" if name[0] == "/" else "file:///") + name
            else:
                assert location["uriBaseId"] == "%SRCROOT%"
                assert ":" not in uri
                assert unquote(uri) == name

    def test_a_text_cannot_pose_as_a_link(self) -> None:
        (result,) = results(by_hand(message="see [here](https://example.org/) and x[0]"))
        assert result["message"]["text"].startswith(r"see \[here](https://example.org/) and x[0]")

    def test_lone_surrogates_are_replaced(self) -> None:
        rendered("sarif", report(finding(symbol="\ud800", message="\udfff"))).encode()
