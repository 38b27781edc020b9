"""JUnit XML: a suite for each file, a failed test for each finding, as Jenkins, GitLab and Azure Pipelines read it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from migrate_ext.reports.words import escape, plural, severity_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from migrate_ext.core.finding import Finding
    from migrate_ext.core.report import Folded, Report, RunError
    from migrate_ext.reports import Style

_RUN = "migrate-ext"
_COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the suites; where nothing was found, one test that passed, for no tests at all are an error to some.

    What is suppressed, in the baseline or a mere note is skipped. What XML cannot hold is shown escaped.
    """
    del style
    cases: dict[str, list[Element]] = defaultdict(list)
    for finding in (*report.findings, *report.suppressed):
        cases[finding.path].append(_case_of(finding))
    for row in report.folded:
        cases[row.path].append(_case_of_folded(row))
    suites = [_suite(path, rows) for path, rows in sorted(cases.items())]
    if report.errors:
        suites.append(_suite(_RUN, map(_case_of_error, report.errors)))
    if not suites:
        files = plural(report.summary.files_scanned, "file")
        suites.append(_suite(_RUN, [_case(_RUN, f"no deprecated shapes in {files}")]))
    root = Element("testsuites", name=_RUN)
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    root.extend(suites)
    indent(root)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    ElementTree(root).write(stream, encoding="unicode")
    stream.write("\n")


def _suite(name: str, cases: Iterable[Element]) -> Element:
    suite = Element("testsuite", name=escape(name))
    suite.extend(cases)
    suite.set("tests", str(len(suite)))
    for plural_name, tag in _COUNTED.items():
        suite.set(plural_name, str(sum(case.find(tag) is not None for case in suite)))
    return suite


def _case(path: str, name: str) -> Element:
    return Element("testcase", classname=escape(path), name=escape(name))


def _case_of(finding: Finding) -> Element:
    line, column = finding.range.start
    case = _case(finding.path, f"{finding.code} {finding.symbol} at {line}:{column}")
    if finding.by is not None or not finding.counts:
        why = f"by {finding.by}" if finding.by is not None else f"a note: {finding.message}"
        SubElement(case, "skipped", message=escape(why))
        return case
    message = f"{finding.message} ({finding.applicability})"
    failure = SubElement(case, "failure", type=finding.code, message=escape(message))
    place = f"{finding.path}:{line}:{column}"
    shown = (place, *finding.excerpt.lines, finding.help, finding.url)
    failure.text = "\n".join(escape(text.replace("\t", "    ")) for text in shown)
    return case


def _case_of_folded(row: Folded) -> Element:
    case = _case(row.path, f"{row.code}, not listed")
    message = f"{row.number} more of {row.code} are not listed"
    if severity_of(row.code) == "note":
        SubElement(case, "skipped", message=f"a note: {message}")
    else:
        SubElement(case, "failure", type=row.code, message=message)
    return case


def _case_of_error(error: RunError) -> Element:
    case = _case(error.path or _RUN, f"{error.kind} {error.path}".rstrip())
    SubElement(case, "error", type=error.kind, message=escape(error.message))
    return case
