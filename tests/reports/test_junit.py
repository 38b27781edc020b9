"""JUnit files against the rules of Jenkins' XSD, and read by a library that reads them for others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest

from migrate_ext.core.report import Folded
from migrate_ext.reports.words import escape
from tests.reports.samples import FOES, FULL, HOSTILE_NAMES, NOTHING, ONE, SAMPLES, finding, rendered, report

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from migrate_ext.core.report import Report

RULES = {
    "testsuites": ({"testsuite"}, set(), {"name", "time", "tests", "failures", "errors"}),
    "testsuite": (
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
        {"name", "tests", "failures", "errors"},
        {"skipped", "time", "timestamp", "hostname", "id", "package"},
    ),
    "testcase": (
        {"skipped", "error", "failure", "system-out", "system-err"},
        {"name"},
        {"classname", "time", "group"},
    ),
    "skipped": (set(), set(), {"type", "message"}),
    "failure": (set(), set(), {"type", "message"}),
    "error": (set(), set(), {"type", "message"}),
}
"""Of each element: what may stand in it, the attributes that it must have, and those that it may have."""


def root_of(made: Report) -> Element:
    return fromstring(rendered("junit", made).encode())  # noqa: S314 - our own output


def outcomes(made: Report) -> list[tuple[str, str]]:
    """Each test's name and what became of it."""
    return [(case.get("name", ""), case[0].tag if len(case) else "passed") for case in root_of(made).iter("testcase")]


@pytest.mark.parametrize("name", SAMPLES)
def test_it_keeps_the_rules_of_the_xsd(name: str) -> None:
    root = root_of(SAMPLES[name])
    assert root.tag == "testsuites"
    for element in root.iter():
        children, required, optional = RULES[element.tag]
        assert {child.tag for child in element} <= children
        assert required <= set(element.keys()) <= required | optional


@pytest.mark.parametrize("name", SAMPLES)
def test_the_counts_are_those_of_the_tests(name: str) -> None:
    root = root_of(SAMPLES[name])
    totals: Counter[str] = Counter()
    for suite in root:
        counts = Counter(case[0].tag for case in suite if len(case))
        said = {key: int(suite.get(key, "-1")) for key in ("tests", "failures", "errors", "skipped")}
        assert said == {
            "tests": len(suite),
            "failures": counts["failure"],
            "errors": counts["error"],
            "skipped": counts["skipped"],
        }
        totals.update(said)
    assert all(int(root.get(key, "-1")) == totals[key] for key in ("tests", "failures", "errors"))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_reader_of_junit_files_sees_every_row(name: str, tmp_path: Path) -> None:
    junitparser = pytest.importorskip("junitparser", reason="the extra `test` installs it")
    made = SAMPLES[name]
    path = tmp_path / "junit.xml"
    path.write_text(rendered("junit", made), encoding="utf-8")
    kinds = Counter(
        type(result).__name__
        for suite in junitparser.JUnitXml.fromfile(str(path))
        for case in suite
        for result in case.result
    )
    notes = sum(not row.counts for row in made.findings)
    assert kinds == Counter(
        {
            "Failure": len(made.findings) - notes + len(made.folded),
            "Skipped": len(made.suppressed) + notes,
            "Error": len(made.errors),
        }
    )


def test_a_failure_says_where_what_and_what_to_do() -> None:
    (suite,) = root_of(ONE)
    (case,) = suite
    (failure,) = case
    assert (suite.get("name"), case.get("classname"), case.get("name")) == (
        "src/app.py",
        "src/app.py",
        "CEX102 oldName at 3:8",
    )
    assert (failure.get("type"), failure.get("message")) == ("CEX102", "oldName was retired; use newName (safe)")
    assert (failure.text or "").splitlines()[:3] == ["src/app.py:3:8", '    x["oldName"]', "Rename it."]


def test_nothing_found_is_a_test_that_passed() -> None:
    """Jenkins takes a file without tests for a mistake."""
    assert outcomes(NOTHING) == [("no deprecated shapes in 7 files", "passed")]


def test_what_does_not_count_is_skipped() -> None:
    hidden = (finding(by="comment"), finding(by="baseline"))
    note = finding(severity="note", path="z.md")
    made = report(note, suppressed=hidden, folded=(Folded("z.md", "CEX903", 4),))
    assert [outcome for _, outcome in outcomes(made)] == ["skipped"] * 4
    reasons = [element.get("message") for element in root_of(made).iter("skipped")]
    assert reasons == [
        "by comment",
        "by baseline",
        "a note: oldName was retired; use newName",
        "a note: 4 more of CEX903 are not listed",
    ]


def test_folded_findings_fail_and_errors_are_errors() -> None:
    found = outcomes(FULL)
    assert ("CEX102, not listed", "failure") in found
    assert found[-1] == ("internal", "error")


def test_what_xml_cannot_hold_is_shown_escaped() -> None:
    names = [suite.get("name") for suite in root_of(FOES)]
    assert set(map(escape, HOSTILE_NAMES)) <= set(names)
    assert outcomes(report(*(finding(severity="note", message=name, symbol=name) for name in HOSTILE_NAMES)))
    assert r"nul\x00 bell\x07 bidi\u202e\ufffe" in "".join(filter(None, names))
