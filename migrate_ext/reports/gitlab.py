"""GitLab's Code Quality report: what its merge request widget shows."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from migrate_ext.reports.json import printable
from migrate_ext.reports.words import severity_of

if TYPE_CHECKING:
    from typing import TextIO

    from migrate_ext.core.report import Report
    from migrate_ext.reports import Style

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write an issue for each finding that remains, each row of folded ones and each error of the run."""
    del style
    issues = [
        _issue(
            finding.path,
            finding.range.start.line,
            description=f"{finding.message} ({finding.applicability})",
            check_name=finding.code,
            fingerprint=finding.fingerprint,
            severity=_SEVERITIES.get(finding.severity, "major"),
        )
        for finding in report.findings
    ]
    issues += (
        _issue(
            row.path,
            description=f"{row.number} more of {row.code} are not listed",
            check_name=row.code,
            fingerprint=_digest("folded", row.path, row.code),
            severity=_SEVERITIES[severity_of(row.code)],
        )
        for row in report.folded
    )
    issues += (
        _issue(
            error.path or ".",
            description=error.message,
            check_name=f"{error.kind}-error",
            fingerprint=_digest("error", *error),
            severity="critical",
        )
        for error in report.errors
    )
    _make_unique(issues)
    stream.write("[\n" + ",\n".join(json.dumps(issue, ensure_ascii=False) for issue in issues) + "\n]\n")


def _issue(path: str, line: int = 1, **values: str) -> dict[str, Any]:
    words = {name: printable(value) for name, value in values.items()}
    return {**words, "location": {"path": printable(path), "lines": {"begin": line}}}


def _make_unique(issues: list[dict[str, Any]]) -> None:
    """GitLab shows one issue for each fingerprint, and merged reports may hold one twice."""
    seen: Counter[str] = Counter()
    for issue in issues:
        mark = issue["fingerprint"]
        seen[mark] += 1
        if seen[mark] > 1:
            issue["fingerprint"] = _digest(mark, str(seen[mark]))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
