"""Saved JSON reports, of one run or of a fleet: read back, checked and merged."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from migrate_ext.core.finding import Excerpt, Finding, Fix, Position, Range, RangeEdit, Related
from migrate_ext.core.report import SCHEMA_VERSION, Folded, Origin, Part, Report, RunError, Summary
from migrate_ext.reports.fleet import INSIDE

if TYPE_CHECKING:
    from collections.abc import Sequence


class SavedReportError(Exception):
    """A file that is no report; the message is one line that names file, place and remedy."""


def schema() -> str:
    """The text of the JSON Schema of a report."""
    from importlib.resources import files

    return files("migrate_ext.reports").joinpath("schema.json").read_text(encoding="utf-8")


def load(path: str) -> Report:
    """Read a report that `--format json` wrote, or the list of them that `fleet` wrote.

    Raises `SavedReportError` where the file is none.
    """
    try:
        with open(path, encoding="utf-8") as stream:
            data = json.load(stream)
    except OSError as error:
        message = f"{path}: {error.strerror}: name a report that `--format json` wrote"
        raise SavedReportError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"{path}: not valid JSON: {error}: name a report that `--format json` wrote"
        raise SavedReportError(message) from error
    of_fleet = isinstance(data, list) and bool(data)
    if not of_fleet and (not isinstance(data, dict) or data.get("schema_version") != SCHEMA_VERSION):
        message = f"{path}: no report of schema version {SCHEMA_VERSION}: name one that `--format json` wrote"
        raise SavedReportError(message)
    try:
        return _fleet(data) if of_fleet else _report(_Reader(data, ""))
    except _ShapeError as error:
        message = f"{path}: {error}: `migrate-ext report --schema` says what a report looks like"
        raise SavedReportError(message) from error


def merge(named: Sequence[tuple[str, Report]]) -> Report:
    """One report of several, each with its name: of shards of one repository, or of many repositories."""
    if len(named) == 1:
        return named[0][1]
    parts = [part for name, report in named for part in report.parts or (Part(name, report.summary),)]
    return _merged([report for _, report in named], parts)


def _merged(reports: Sequence[Report], parts: Sequence[Part]) -> Report:
    summary = Summary()
    for report in reports:
        _add(summary, report.summary)
    summary.by_code = dict(sorted(summary.by_code.items()))
    return Report(
        command="fix" if any(report.command == "fix" for report in reports) else "check",
        target=reports[0].target if reports else "beta",
        summary=summary,
        findings=tuple(sorted((one for report in reports for one in report.findings), key=_place)),
        fixed=tuple(sorted((one for report in reports for one in report.fixed), key=_place)),
        suppressed=tuple(sorted((one for report in reports for one in report.suppressed), key=_place)),
        errors=tuple(error for report in reports for error in report.errors),
        folded=tuple(row for report in reports for row in report.folded),
        notes=sum(report.notes for report in reports),
        parts=tuple(parts),
        version=next((report.version for report in reports if report.version), ""),
    )


def _place(finding: Finding) -> tuple[str, Range, str]:
    return finding.path, finding.range, finding.code


def _add(total: Summary, part: Summary) -> None:
    for name in ("files_scanned", "files_analyzed", "files_changed", "findings", "fixed", "suppressed", "baselined"):
        setattr(total, name, getattr(total, name) + getattr(part, name))
    total.errors += part.errors
    for code, count in part.by_code.items():
        total.by_code[code] = total.by_code.get(code, 0) + count
    for label, count in part.by_applicability.items():
        total.by_applicability[label] = total.by_applicability.get(label, 0) + count


class _ShapeError(Exception):
    pass


class _Reader:
    """A JSON object that says where it lies when something is missing."""

    def __init__(self, data: object, place: str) -> None:
        if not isinstance(data, dict):
            message = f"{place.rstrip(': ') or 'the report'} must be an object"
            raise _ShapeError(message)
        self._data, self._place = data, place

    def _get(self, key: str, kinds: tuple[type, ...], what: str) -> Any:  # noqa: ANN401 - checked by `kinds`
        value = self._data.get(key)
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            message = f"{self._place}{key!r} must be {what}"
            raise _ShapeError(message)
        return value

    def text(self, key: str) -> str:
        return str(self._get(key, (str,), "a string"))

    def text_or_none(self, key: str) -> str | None:
        value = self._get(key, (str, type(None)), "a string or null")
        return None if value is None else str(value)

    def number(self, key: str) -> int:
        return int(self._get(key, (int,), "a number"))

    def rows(self, key: str) -> list[_Reader]:
        items = self._get(key, (list,), "a list")
        return [_Reader(item, f"{self._place}{key}[{number}]: ") for number, item in enumerate(items)]

    def plain(self, key: str, kind: type) -> list[Any]:
        items = self._get(key, (list,), "a list")
        if not all(isinstance(item, kind) for item in items):
            message = f"{self._place}{key!r} must hold values of type {kind.__name__}"
            raise _ShapeError(message)
        return list(items)

    def inner(self, key: str) -> _Reader:
        return _Reader(self._get(key, (dict,), "an object"), f"{self._place}{key}: ")

    def counts(self, key: str) -> dict[str, int]:
        inner = self.inner(key)
        return {name: inner.number(name) for name in inner.all()}

    def all(self) -> dict[str, Any]:
        return dict(self._data)

    def has(self, key: str) -> bool:
        return self._data.get(key) is not None


def _fleet(items: list[Any]) -> Report:
    """One report of a fleet's; paths and groups begin with their repository, so that no two are one."""
    reports, parts = [], []
    for number, item in enumerate(items):
        row = _Reader(item, f"[{number}]: ")
        revision, error = row.text_or_none("revision"), row.text_or_none("error")
        name = row.text("repository") + (f"@{revision}" if revision else "")
        if error is None:
            report = _within(name, _report(row.inner("report")))
        else:
            report = Report("check", "beta", Summary(errors=1), errors=(RunError(name, "read", error),))
        before = row.number("before") if row.has("before") else None
        origin = Origin(row.text_or_none("label"), row.text_or_none("commit"), error, before)
        reports.append(report)
        parts.append(Part(name, report.summary, origin))
    return _merged(reports, parts)


def _within(name: str, report: Report) -> Report:
    def inside(path: str) -> str:
        return f"{name}{INSIDE}{path}"

    def moved(finding: Finding) -> Finding:
        return replace(
            finding,
            path=inside(finding.path),
            group=finding.group and f"{name}: {finding.group}",
            related=tuple(replace(place, path=inside(place.path)) for place in finding.related),
        )

    return replace(
        report,
        findings=tuple(map(moved, report.findings)),
        fixed=tuple(map(moved, report.fixed)),
        suppressed=tuple(map(moved, report.suppressed)),
        errors=tuple(error._replace(path=inside(error.path) if error.path else name) for error in report.errors),
        folded=tuple(row._replace(path=inside(row.path)) for row in report.folded),
    )


def _report(reader: _Reader) -> Report:
    if reader.number("schema_version") != SCHEMA_VERSION:
        message = f"a report is not of schema version {SCHEMA_VERSION}"
        raise _ShapeError(message)
    findings = tuple(map(_finding, reader.rows("findings")))
    return Report(
        command=reader.text("command"),
        target=reader.text("target"),
        summary=_summary(reader.inner("summary")),
        findings=findings,
        fixed=tuple(map(_finding, reader.rows("fixed"))),
        suppressed=tuple(map(_finding, reader.rows("suppressed"))),
        errors=tuple(
            RunError(row.text("path"), row.text("kind"), row.text("message")) for row in reader.rows("errors")
        ),
        folded=tuple(
            Folded(row.text("path"), row.text("code"), row.number("count"))
            for row in (reader.rows("folded") if reader.has("folded") else ())
        ),
        notes=sum(not finding.counts for finding in findings),
        version=reader.inner("tool").text("version"),
    )


def _summary(reader: _Reader) -> Summary:
    return Summary(
        files_scanned=reader.number("files_scanned"),
        files_analyzed=reader.number("files_analyzed"),
        files_changed=reader.number("files_changed"),
        findings=reader.number("findings"),
        fixed=reader.number("fixed"),
        suppressed=reader.number("suppressed"),
        baselined=reader.number("baselined"),
        errors=reader.number("errors"),
        by_code=reader.counts("by_code"),
        by_applicability=reader.counts("by_applicability"),
    )


def _range(reader: _Reader) -> Range:
    start, end = reader.inner("start"), reader.inner("end")
    return Range(
        Position(start.number("line"), start.number("column")),
        Position(end.number("line"), end.number("column")),
    )


def _fix(reader: _Reader) -> Fix:
    edits = tuple(RangeEdit(_range(row.inner("range")), row.text("new_text")) for row in reader.rows("edits"))
    return Fix(reader.text("title"), edits)


def _excerpt(reader: _Reader) -> Excerpt:
    columns = reader.plain("first_columns", int) if reader.has("first_columns") else ()
    return Excerpt(reader.number("first_line"), tuple(reader.plain("lines", str)), tuple(columns))


def _finding(reader: _Reader) -> Finding:
    return Finding(
        code=reader.text("code"),
        name=reader.text("name"),
        severity=reader.text("severity"),
        message=reader.text("message"),
        path=reader.text("path"),
        language=reader.text("language"),
        range=_range(reader.inner("range")),
        symbol=reader.text("symbol"),
        replacement=reader.text_or_none("replacement"),
        context=reader.text_or_none("context"),
        applicability=reader.text("applicability"),
        group=reader.text_or_none("group"),
        fix=_fix(reader.inner("fix")) if reader.has("fix") else None,
        related=tuple(
            Related(row.text("path"), _range(row.inner("range")), row.text("message")) for row in reader.rows("related")
        ),
        fingerprint=reader.text("fingerprint"),
        help=reader.text("help"),
        url=reader.text("url"),
        excerpt=_excerpt(reader.inner("excerpt")),
        cell=reader.number("cell") if reader.has("cell") else None,
        removed=reader.inner("removed").all() if reader.has("removed") else None,
        by=reader.text("by") if reader.has("by") else None,
    )
