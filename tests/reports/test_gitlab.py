"""GitLab's Code Quality report against the form that its documentation gives."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from migrate_ext.core.report import Folded
from tests.reports.samples import FOES, FULL, HOSTILE_NAMES, ONE, SAMPLES, finding, rendered, report

if TYPE_CHECKING:
    from migrate_ext.core.report import Report

FORM = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""GitLab publishes no schema: its page on Code Quality lists these fields, and "./" as no beginning of a path."""


def issues(made: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(rendered("gitlab", made))
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_it_has_the_documented_form_and_every_fingerprint_once(name: str) -> None:
    made = SAMPLES[name]
    found = issues(made)
    jsonschema.validate(found, FORM)
    assert len(found) == len(made.findings) + len(made.folded) + len(made.errors)
    assert len({issue["fingerprint"] for issue in found}) == len(found)


def test_an_issue() -> None:
    assert issues(ONE) == [
        {
            "description": "oldName was retired; use newName (safe)",
            "check_name": "CEX102",
            "fingerprint": "0123",
            "severity": "major",
            "location": {"path": "src/app.py", "lines": {"begin": 3}},
        }
    ]


def test_severities() -> None:
    made = report(*(finding(severity=severity) for severity in ("error", "warning", "note")))
    assert [issue["severity"] for issue in issues(made)] == ["major", "minor", "info"]
    assert issues(report(folded=(Folded("a.json", "CEX903", 2),)))[0]["severity"] == "info"


def test_hidden_findings_are_no_issues_and_errors_are() -> None:
    found = issues(FULL)
    assert "by" not in json.dumps(found)
    assert [issue["check_name"] for issue in found][-3:] == ["CEX102", "read-error", "internal-error"]
    assert found[-3]["description"] == "12 more of CEX102 are not listed"
    assert found[-1]["location"]["path"] == "."


def test_fingerprints_stay_the_same_from_run_to_run() -> None:
    """The widget compares two branches by them."""
    assert rendered("gitlab", FULL) == rendered("gitlab", FULL)
    first, second = issues(report(finding(), finding()))
    assert first["fingerprint"] == "0123"
    assert second["fingerprint"] != "0123"


def test_names_come_back_to_the_letter() -> None:
    paths = [issue["location"]["path"] for issue in issues(FOES)]
    assert paths[: len(HOSTILE_NAMES)] == list(HOSTILE_NAMES)


def test_it_is_utf_8_whatever_was_scanned() -> None:
    rendered("gitlab", report(finding(message="\ud800"))).encode()
