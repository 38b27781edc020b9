"""One line for each finding, for editors and `grep`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.reports.words import escape

if TYPE_CHECKING:
    from typing import TextIO

    from migrate_ext.core.report import Report
    from migrate_ext.reports import Style


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write `path:line:column: code applicability message` for each finding."""
    for finding in report.findings:
        line, column = finding.range.start
        message = escape(finding.message)
        stream.write(f"{escape(finding.path)}:{line}:{column}: {finding.code} {finding.applicability} {message}\n")
    stream.writelines(f"{escape(row.path)}: {row.code} {row.number} more\n" for row in report.folded)
    if style.statistics:
        stream.writelines(f"{code}: {count}\n" for code, count in report.summary.by_code.items())
