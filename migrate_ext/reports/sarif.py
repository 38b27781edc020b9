"""SARIF 2.1.0 (OASIS), in the form that GitHub code scanning requires and within the limits that it documents.

Columns count UTF-16 code units, as the log declares; the excerpts of the findings give the text that the
conversion needs. Where a line is not known from its beginning, no column and no fix is claimed.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from migrate_ext import __version__
from migrate_ext.graph.catalogue import RULES
from migrate_ext.reports.explain import markdown, page
from migrate_ext.reports.json import printable
from migrate_ext.reports.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from migrate_ext.core.finding import Finding, Position, Range, RangeEdit
    from migrate_ext.core.report import Report, RunError
    from migrate_ext.graph.catalogue import Rule
    from migrate_ext.reports import Style

MOST_RESULTS = 25_000
"""GitHub rejects a run with more results (and shows the 5,000 most severe)."""
MOST_RELATED = 100
"""GitHub shows no more locations of a result."""
MOST_EDITS = 100
"""A larger fix is given once a group, or the log would grow with the square of the group."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_KINDS = {
    "read": "A file could not be read",
    "write": "A file could not be written",
    "parse": "A file could not be parsed",
    "changed": "A file changed while it was worked on",
    "internal": "A part of the analysis failed",
    "cut": "Something is left out of this log",
}
_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}
_SEVERITIES = ("error", "warning", "note")
_DRIVE = re.compile("[A-Za-z]:/")
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write a log of one run; what is suppressed or in the baseline is in it and marked so."""
    del style
    stream.write(json.dumps(_log(report), ensure_ascii=False, separators=(",", ":")) + "\n")


def _log(report: Report) -> dict[str, Any]:
    notifications = [_error(error) for error in report.errors]
    source = _Results(report)
    results = source.all()
    cut = [f"{row.path}: {row.number} more of {row.code} are not listed" for row in report.folded]
    if report.interrupted:
        cut.append("the run was interrupted: what it had found so far is in this log")
    kept = _most_severe(results, report)
    if len(kept) < len(results):
        left = f"{len(results) - len(kept)} of {len(results)}"
        cut.append(f"{left} results are left out, for code scanning takes {MOST_RESULTS} a run")
    if source.shortened:
        cut.append(f"{plural(source.shortened, 'result')} with only the first {MOST_RELATED} related locations")
    if source.unfixed:
        cut.append(
            f"{plural(source.unfixed, 'result')} without their fix, which `migrate-ext fix` applies: it has over"
            f" {MOST_EDITS} edits and is with the first result of its group, or needs text that the report lacks"
        )
    notifications += [_notification("cut", "note", text) for text in cut]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(report)},
                "columnKind": "utf16CodeUnits",
                "originalUriBaseIds": {_ROOT: {"description": {"text": "The directory that the command ran in."}}},
                "invocations": [
                    {
                        "executionSuccessful": not report.errors and not report.interrupted,
                        "toolExecutionNotifications": notifications,
                    }
                ],
                "results": kept,
            }
        ],
    }


def _most_severe(results: list[dict[str, Any]], report: Report) -> list[dict[str, Any]]:
    """The results that are kept, in their order: visible before suppressed, severe before slight."""
    if len(results) <= MOST_RESULTS:
        return results
    visible = len(report.findings)
    ranks = [(number >= visible, _SEVERITIES.index(result["level"])) for number, result in enumerate(results)]
    best = sorted(range(len(results)), key=lambda number: (ranks[number], number))[:MOST_RESULTS]
    return [results[number] for number in sorted(best)]


def _driver(report: Report) -> dict[str, Any]:
    return {
        "name": "migrate-ext",
        "version": report.version or __version__,
        "semanticVersion": report.version or __version__,
        "rules": [_rule(rule) for rule in RULES.values()],
        "notifications": [{"id": kind, "shortDescription": {"text": text}} for kind, text in _KINDS.items()],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title + "."},
        "fullDescription": {"text": rule.why},
        "help": {"text": page(rule.code), "markdown": markdown(rule)},
        "helpUri": rule.url,
        "defaultConfiguration": {"level": rule.severity},
        "properties": {
            "tags": ["deprecation", "microsoft-graph", "migration", rule.language],
            "precision": "very-high",
            "problem.severity": _PROBLEM[rule.severity],
        },
    }


class _Results:
    """The results of a report; its excerpts together tell the text of lines."""

    def __init__(self, report: Report) -> None:
        self._findings: Sequence[Finding] = (*report.findings, *report.suppressed)
        self._lines: dict[tuple[str, int], str | None] = {}
        for finding in self._findings:
            for number, text in _whole_lines(finding):
                same = self._lines.setdefault((finding.path, number), text) == text
                if not same:  # files of the same name in merged reports
                    self._lines[finding.path, number] = None
        self._groups: dict[str, list[Finding]] = defaultdict(list)
        for finding in self._findings:
            if finding.group is not None:
                self._groups[finding.group].append(finding)
        folded = {row.path for row in report.folded}
        self._partial = {
            group for group, members in self._groups.items() if any(member.path in folded for member in members)
        }
        self._changes: dict[str, tuple[list[dict[str, Any]] | None, int]] = {}
        self._indices = {code: number for number, code in enumerate(RULES)}
        self.shortened = self.unfixed = 0

    def all(self) -> list[dict[str, Any]]:
        """What remains, then what is hidden."""
        return [self._result(finding) for finding in self._findings]

    def _result(self, finding: Finding) -> dict[str, Any]:
        text = finding.message if finding.applicability == "safe" else f"{finding.message}. {finding.help}"
        properties: dict[str, Any] = {
            "applicability": finding.applicability,
            "symbol": printable(finding.symbol),
            "replacement": finding.replacement,
            "group": finding.group,
            "cell": finding.cell,
        }
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "level": finding.severity,
            "message": _message(text),
            "locations": [{"physicalLocation": self._location(finding.path, finding.range)}],
            "partialFingerprints": {"migrateExt/v1": finding.fingerprint},
            "properties": {name: value for name, value in properties.items() if value is not None},
        }
        if finding.code in self._indices:
            result["ruleIndex"] = self._indices[finding.code]
        if finding.related:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": self._location(place.path, place.range),
                    "message": _message(place.message),
                }
                for number, place in enumerate(finding.related[:MOST_RELATED], 1)
            ]
            self.shortened += len(finding.related) > MOST_RELATED
        if finding.by is not None:
            kind = "inSource" if finding.by == "comment" else "external"
            result["suppressions"] = [{"kind": kind, "justification": f"by {finding.by}"}]
        if finding.fix is not None:
            changes = self._fix(finding)
            if changes is None:
                self.unfixed += 1
            else:
                title = f"{finding.fix.title} ({finding.applicability})"
                result["fixes"] = [{"description": _message(title), "artifactChanges": changes}]
        return result

    def _location(self, path: str, span: Range) -> dict[str, Any]:
        return {
            "artifactLocation": _artifact(path),
            "region": self._region(path, span) or {"startLine": span.start.line, "endLine": span.end.line},
        }

    def _region(self, path: str, span: Range) -> dict[str, int] | None:
        """A range in UTF-16 code units; None where the text before it is not known."""
        start, end = self._column(path, span.start), self._column(path, span.end)
        if start is None or end is None:
            return None
        return {"startLine": span.start.line, "startColumn": start, "endLine": span.end.line, "endColumn": end}

    def _column(self, path: str, place: Position) -> int | None:
        if place.column == 1:
            return 1
        text = self._lines.get((path, place.line))
        if text is None:
            return None
        return place.column + sum(char > "\uffff" for char in text[: place.column - 1])

    def _fix(self, finding: Finding) -> list[dict[str, Any]] | None:
        """The whole fix: all edits of the group, in all its files; None where it is not given here."""
        if finding.group is None:
            return self._artifact_changes([finding])
        if finding.group in self._partial:
            return None
        members = self._groups[finding.group]
        if finding.group not in self._changes:
            size = sum(len(member.fix.edits) for member in members if member.fix is not None)
            self._changes[finding.group] = self._artifact_changes(members), size
            return self._changes[finding.group][0]
        changes, size = self._changes[finding.group]
        return changes if size <= MOST_EDITS else None

    def _artifact_changes(self, members: Iterable[Finding]) -> list[dict[str, Any]] | None:
        edits: dict[str, set[RangeEdit]] = defaultdict(set)
        for member in members:
            edits[member.path].update(member.fix.edits if member.fix is not None else ())
        changes = []
        for path, own in edits.items():
            if not own:
                continue
            replacements = []
            for edit in sorted(own):
                region = self._region(path, edit.range)
                if region is None:
                    return None
                replacements.append({"deletedRegion": region, "insertedContent": {"text": printable(edit.new_text)}})
            changes.append({"artifactLocation": _artifact(path), "replacements": replacements})
        return changes


def _whole_lines(finding: Finding) -> Iterable[tuple[int, str]]:
    """The lines of an excerpt that are known from their beginning."""
    excerpt = finding.excerpt
    for index, text in enumerate(excerpt.lines):
        if not excerpt.first_columns or excerpt.first_columns[index] == 1:
            yield excerpt.first_line + index, text


def _artifact(path: str) -> dict[str, str]:
    address = quote(printable(path), safe="/!$&'()*+,;=@~")
    if path.startswith("/"):
        return {"uri": f"file://{address}"}
    if _DRIVE.match(path):
        return {"uri": f"file:///{path[:2]}{quote(printable(path[2:]))}"}
    return {"uri": address, "uriBaseId": _ROOT}


def _message(text: str) -> dict[str, str]:
    """A message; what would read as a link in it is escaped."""
    return {"text": _LINK.sub(r"\\[", printable(text))}


def _error(error: RunError) -> dict[str, Any]:
    notification = _notification(error.kind, "error", f"{error.path}: {error.message}" if error.path else error.message)
    if error.path:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(error.path)}}]
    return notification


def _notification(kind: str, level: str, text: str) -> dict[str, Any]:
    return {"descriptor": {"id": kind}, "level": level, "message": _message(text)}
