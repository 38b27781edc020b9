"""The JSON report: the machine's view, from which every other format can be rendered again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from migrate_ext import __version__
from migrate_ext.core.report import SCHEMA_VERSION

if TYPE_CHECKING:
    from typing import TextIO

    from migrate_ext.core.finding import Excerpt, Finding, Range
    from migrate_ext.core.report import Report, Summary
    from migrate_ext.reports import Style


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the report, one finding a line so that large reports can be read and compared."""
    del style
    stream.write("{\n")
    fields = list(to_dict(report).items())
    for number, (key, value) in enumerate(fields):
        stream.write(f" {json.dumps(key)}: ")
        _write_value(value, stream)
        stream.write(",\n" if number + 1 < len(fields) else "\n")
    stream.write("}\n")


def _write_value(value: object, stream: TextIO) -> None:
    if not isinstance(value, list) or not value:
        stream.write(json.dumps(value, ensure_ascii=False))
        return
    stream.write("[\n")
    for number, item in enumerate(value):
        stream.write("  " + json.dumps(item, ensure_ascii=False))
        stream.write(",\n" if number + 1 < len(value) else "\n ]")


def to_dict(report: Report) -> dict[str, Any]:
    """The report as the values of its JSON form, keys in the documented order."""
    data: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "migrate-ext", "version": report.version or __version__},
        "command": report.command,
        "target": report.target,
        "summary": _summary(report.summary),
        "findings": [_finding(finding) for finding in report.findings],
        "fixed": [_finding(finding) for finding in report.fixed],
        "suppressed": [_finding(finding) for finding in report.suppressed],
        "errors": [{"path": error.path, "kind": error.kind, "message": error.message} for error in report.errors],
    }
    if report.folded:
        data["folded"] = [{"path": row.path, "code": row.code, "count": row.number} for row in report.folded]
    return data


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "files_scanned": summary.files_scanned,
        "files_analyzed": summary.files_analyzed,
        "files_changed": summary.files_changed,
        "findings": summary.findings,
        "fixed": summary.fixed,
        "suppressed": summary.suppressed,
        "baselined": summary.baselined,
        "errors": summary.errors,
        "by_code": summary.by_code,
        "by_applicability": summary.by_applicability,
    }


def _range(span: Range) -> dict[str, Any]:
    return {
        "start": {"line": span.start.line, "column": span.start.column},
        "end": {"line": span.end.line, "column": span.end.column},
    }


def _excerpt(excerpt: Excerpt) -> dict[str, Any]:
    data: dict[str, Any] = {"first_line": excerpt.first_line, "lines": list(map(printable, excerpt.lines))}
    if excerpt.first_columns:
        data["first_columns"] = list(excerpt.first_columns)
    return data


def printable(text: str) -> str:
    """A text that UTF-8 can express: lone surrogates, which JSON and Python may hold, become U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _finding(finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    data: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": printable(finding.message),
        "path": finding.path,
        "language": finding.language,
        "range": _range(finding.range),
        "symbol": printable(finding.symbol),
        "replacement": finding.replacement,
        "context": finding.context,
        "applicability": finding.applicability,
        "group": finding.group,
        "fix": None
        if fix is None
        else {
            "title": fix.title,
            "edits": [{"range": _range(edit.range), "new_text": printable(edit.new_text)} for edit in fix.edits],
        },
        "related": [
            {"path": place.path, "range": _range(place.range), "message": place.message} for place in finding.related
        ],
        "fingerprint": finding.fingerprint,
        "help": printable(finding.help),
        "url": finding.url,
        "excerpt": _excerpt(finding.excerpt),
        "cell": finding.cell,
    }
    if finding.removed is not None:
        data["removed"] = finding.removed
    if finding.by is not None:
        data["by"] = finding.by
    return data
