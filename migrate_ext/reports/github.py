"""Workflow commands of GitHub Actions: an annotation for each finding, and the summary of the step."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from migrate_ext.reports.words import escape, severity_of

if TYPE_CHECKING:
    from typing import TextIO

    from migrate_ext.core.finding import Finding
    from migrate_ext.core.report import Report
    from migrate_ext.reports import Style

SUMMARY_BYTES = 2**20
"""GitHub takes no more in the summary of one step."""
_LEAST = 4096
"""With less room than this, no summary is worth its place."""
_BETWEEN_LINE_ENDS = re.compile(r"[^\r\n]+")
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the commands, and append to the summary of the step where `GITHUB_STEP_SUMMARY` names its file."""
    for finding in report.findings:
        _command(stream, _LEVELS.get(finding.severity, "error"), _place(finding), _words(finding))
    for row in report.folded:
        text = f"{row.path}: {row.number} more of {row.code} are not listed"
        _command(stream, _LEVELS[severity_of(row.code)], {"file": row.path, "title": row.code}, text)
    for error in report.errors:
        text = f"{error.path}: {error.message}" if error.path else error.message
        _command(stream, "error", {"file": error.path, "title": f"migrate-ext ({error.kind})"}, text)
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        _summarize(report, path, stream, style)


def _summarize(report: Report, path: str, stream: TextIO, style: Style) -> None:
    from migrate_ext.engine.files import append_file
    from migrate_ext.reports.markdown import render

    try:
        room = SUMMARY_BYTES - (os.path.getsize(path) if os.path.exists(path) else 0)
        if room >= _LEAST:
            append_file(path, render(report, style, room).encode())
            return
        why = "it is full"
    except OSError as error:
        why = str(error.strerror)
    text = f"nothing was added to the summary of this step: {why}"
    _command(stream, "warning", {"title": "migrate-ext"}, text)


def _place(finding: Finding) -> dict[str, str]:
    (line, column), (end_line, end_column) = finding.range
    place = {"file": finding.path, "line": str(line), "endLine": str(end_line)}
    if line == end_line:  # GitHub takes columns within one line only
        place |= {"col": str(column), "endColumn": str(end_column)}
    return place | {"title": escape(f"{finding.code} {finding.name} ({finding.applicability})")}


def _words(finding: Finding) -> str:
    line, column = finding.range.start
    text = f"{finding.path}:{line}:{column}: {finding.message}"
    return text if finding.applicability == "safe" else f"{text}. {finding.help}"


def _command(stream: TextIO, level: str, properties: dict[str, str], text: str) -> None:
    """One command; the log shows nothing but its message, so that says all."""
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    stream.write(f"::{level} {given}::{_data(escape(text))}\n")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    # a line end is not shown but encoded, so that GitHub knows the file; a log would obey the other control characters
    return _data(_BETWEEN_LINE_ENDS.sub(lambda found: escape(found[0]), text)).replace(":", "%3A").replace(",", "%2C")
