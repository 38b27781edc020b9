"""Workflow commands, read back as GitHub's runner reads them, and the summary of a step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from migrate_ext.core.finding import Position, Range
from migrate_ext.core.report import Folded
from migrate_ext.reports import github
from migrate_ext.reports.words import escape
from tests.reports.samples import (
    FOES,
    FULL,
    HOSTILE_NAMES,
    MANY,
    NOTHING,
    ONE,
    SAMPLES,
    by_hand,
    finding,
    rendered,
    report,
)

if TYPE_CHECKING:
    from pathlib import Path

    from migrate_ext.core.report import Report


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


@pytest.fixture(autouse=True)
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that takes the summary of the step."""
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def commands(made: Report) -> list[Command]:
    """What the runner sees: it splits the output where .NET does, and every line must be a command of its own."""
    lines = re.split(r"\r\n|\r|\n", rendered("github", made))
    assert lines.pop() == ""
    return [_parsed(line) for line in lines]


def _parsed(line: str) -> Command:
    match = re.fullmatch(r"::(\w+)(?: (.*?))?::(.*)", line, re.DOTALL)
    assert match is not None, line
    name, properties, message = match.groups()
    pairs = (pair.split("=", 1) for pair in (properties or "").split(",") if pair)
    return Command(name, {key: _unescaped(value, "\r\n:,") for key, value in pairs}, _unescaped(message, "\r\n"))


def _unescaped(text: str, chars: str) -> str:
    for char in f"{chars}%":
        text = text.replace(f"%{ord(char):02X}", char)
    return text


@pytest.mark.parametrize("name", SAMPLES)
def test_each_finding_folded_row_and_error_is_a_command(name: str) -> None:
    made = SAMPLES[name]
    assert len(commands(made)) == len(made.findings) + len(made.folded) + len(made.errors)


def test_an_annotation_names_place_rule_and_what_is_wrong() -> None:
    (command,) = commands(ONE)
    assert command.name == "error"
    assert command.properties == {
        "file": "src/app.py",
        "line": "3",
        "endLine": "3",
        "col": "8",
        "endColumn": "15",
        "title": "CEX102 deprecated-instances-collection (safe)",
    }
    assert command.message == "src/app.py:3:8: oldName was retired; use newName"


def test_what_is_not_safe_says_why() -> None:
    (command,) = commands(report(by_hand()))
    assert command.message == "src/app.py:3:8: it was retired. Rename it."


def test_columns_are_left_out_over_several_lines() -> None:
    """GitHub takes columns only where the line ends on which it began."""
    (command,) = commands(report(finding(range=Range(Position(3, 8), Position(4, 2)))))
    assert {"line", "endLine", "col", "endColumn"} & set(command.properties) == {"line", "endLine"}


def test_severities_have_github_s_names() -> None:
    made = report(*(finding(severity=severity) for severity in ("error", "warning", "note")))
    assert [command.name for command in commands(made)] == ["error", "warning", "notice"]
    assert [row.name for row in commands(report(folded=(Folded("a.json", "CEX902", 2),)))] == ["warning"]


def test_hidden_findings_are_no_annotations() -> None:
    assert commands(report(suppressed=(finding(by="comment"), finding(by="baseline")))) == []


def test_no_name_can_forge_a_command_or_a_property() -> None:
    """The file comes back to the letter but for what a terminal would obey; the message shows line ends escaped too."""
    found = commands(FOES)[: len(HOSTILE_NAMES)]
    for command, name in zip(found, HOSTILE_NAMES, strict=True):
        file = command.properties["file"]
        assert escape(file) == escape(name)
        assert escape(inner := re.sub("[\r\n]", "", file)) == inner
    assert all(command.name == "error" and len(command.properties) == 6 for command in found)
    assert [command.message[: len(escape(name))] for command, name in zip(found, HOSTILE_NAMES, strict=True)] == [
        *map(escape, HOSTILE_NAMES)
    ]


class TestSummary:
    def test_it_is_the_markdown_report(self, summary: Path) -> None:
        rendered("github", FULL)
        assert summary.read_text(encoding="utf-8") == rendered("markdown", FULL)

    def test_it_is_appended(self, summary: Path) -> None:
        summary.write_text("# Earlier\n", encoding="utf-8")
        rendered("github", NOTHING)
        assert summary.read_text(encoding="utf-8").startswith("# Earlier\n<!-- migrate-ext -->\n### ")

    def test_without_the_variable_there_is_none(self, summary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("GITHUB_STEP_SUMMARY")
        rendered("github", FULL)
        assert not summary.exists()

    @pytest.mark.parametrize("before", [0, 1_000_000])
    def test_it_stays_within_what_a_step_may_write(self, summary: Path, before: int) -> None:
        summary.write_bytes(b"x" * before)
        rendered("github", report(*MANY.findings * 2))
        assert before < summary.stat().st_size <= github.SUMMARY_BYTES == 1024 * 1024
        assert "did not fit" in summary.read_text(encoding="utf-8")

    def test_a_full_one_is_left_alone_and_that_is_said(self, summary: Path) -> None:
        summary.write_bytes(b"x" * github.SUMMARY_BYTES)
        (command,) = commands(NOTHING)
        assert command.message == "nothing was added to the summary of this step: it is full"
        assert summary.stat().st_size == github.SUMMARY_BYTES

    def test_one_that_cannot_be_written_is_a_warning(self, summary: Path) -> None:
        summary.mkdir()
        (command,) = commands(NOTHING)
        assert (command.name, command.message) == (
            "warning",
            "nothing was added to the summary of this step: Is a directory",
        )
