"""Reports for the tests of every format: empty, ordinary, hostile, large."""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path
from typing import Any

from migrate_ext.core.finding import Excerpt, Finding, Fix, Position, Range, RangeEdit, Related
from migrate_ext.core.report import Folded, Report, RunError, Summary
from migrate_ext.graph.catalogue import RULES
from migrate_ext.reports import Style, saved, writer
from migrate_ext.reports.json import to_dict

HOSTILE = "a\x1b[31m\nb\u2028::error::<script>.py"
HOSTILE_NAMES = (
    HOSTILE,
    "line\r\n::error file=x.py::end.py",
    "##[error]x.py",
    "-rf.py",
    "<img src=x onerror=alert(1)>&amp;.py",
    "</script><script>alert(1)</script>.py",
    "a|b`c``d\\|e*f*_g_[h](https://example.org/).py",
    "# head\n- item\n> quote\n```\n~~~\n</details>.py",
    "@everyone #1 GH-1 https://example.org www.example.org a@example.org.py",
    "100%25 %0A,col=1:2.py",
    "undecodable\\xe9.py",
    "nul\x00 bell\x07 bidi\u202e\ufffe\U0001f600 \u00a0.py",
    "]]>--><!--.py",
    "C:/x y/%.py",
    "/absolute/x.py",
    "../outside.py",
    "{0} ${{ secrets.X }} {{x}}.py",
)
"""Names of files, and texts in them, that a careless report would obey, or break at."""


def span(line: int, start: int, end: int) -> Range:
    """A range within one line."""
    return Range(Position(line, start), Position(line, end))


def finding(**changes: Any) -> Finding:
    """A finding with a safe fix, but for what is given."""
    values: dict[str, Any] = {
        "code": "CEX102",
        "name": "deprecated-instances-collection",
        "severity": "error",
        "message": "oldName was retired; use newName",
        "path": "src/app.py",
        "language": "python",
        "range": span(3, 8, 15),
        "symbol": "oldName",
        "replacement": "newName",
        "context": "owner",
        "applicability": "safe",
        "group": None,
        "fix": Fix("Replace oldName by newName", (RangeEdit(span(3, 8, 15), "newName"),)),
        "related": (),
        "fingerprint": "0123",
        "help": "Rename it.",
        "url": RULES["CEX102"].url,
        "excerpt": Excerpt(3, ('    x["oldName"]',)),
        "cell": None,
    }
    return Finding(**{**values, **changes})


def by_hand(**changes: Any) -> Finding:
    """A finding that no fix changes."""
    own: dict[str, Any] = {"applicability": "manual", "fix": None, "replacement": None, "message": "it was retired"}
    return finding(**{**own, **changes})


def hostile(name: str) -> Finding:
    """A finding whose every text is hostile."""
    return finding(
        path=name,
        message=f"{name} was retired; use {name}",
        symbol=name,
        replacement=name,
        help=name,
        fix=Fix(name, (RangeEdit(span(3, 1, 2), name),)),
        related=(Related(name, span(1, 1, 2), name),),
        excerpt=Excerpt(3, (name.replace("\n", " ").replace("\r", " "),)),
        removed={"stage": name},
    )


def report(*findings: Finding, **changes: Any) -> Report:
    """A report of these findings, its counts agreeing with them."""
    made = Report("check", "beta", Summary(files_scanned=7), tuple(findings), **changes)
    made.summary.findings = len(findings)
    for row in findings:
        made.summary.by_code[row.code] = made.summary.by_code.get(row.code, 0) + 1
        made.summary.by_applicability[row.applicability] += 1
    for folded in made.folded:
        made.summary.findings += folded.number
        made.summary.by_code[folded.code] = made.summary.by_code.get(folded.code, 0) + folded.number
        made.summary.by_applicability["safe"] += folded.number
    made.notes = sum(not row.counts for row in findings)
    made.summary.fixed = len(made.fixed)
    made.summary.baselined = sum(row.by == "baseline" for row in made.suppressed)
    made.summary.suppressed = len(made.suppressed) - made.summary.baselined
    made.summary.errors = len(made.errors)
    return made


def rendered(name: str, made: Report, style: Style | None = None) -> str:
    """What a format makes of a report."""
    stream = io.StringIO(newline="")
    writer(name)(made, stream, style or Style())
    return stream.getvalue()


def numbered(count: int) -> Report:
    """As many findings, a hundred a file, each with a fingerprint of its own."""
    return report(
        *(
            finding(
                path=f"src/m{number // 100:03}.py",
                range=span(line := number % 100 + 1, 8, 15),
                fix=Fix("Replace oldName by newName", (RangeEdit(span(line, 8, 15), "newName"),)),
                excerpt=Excerpt(line, ('    x["oldName"]',)),
                fingerprint=f"{number:024x}",
            )
            for number in range(count)
        )
    )


NOTHING = report()
ONE = report(finding())
MANY = numbered(10_000)
FULL = report(
    finding(),
    finding(
        path="src/b.ipynb",
        language="notebook",
        cell=2,
        group="g1",
        applicability="unsafe",
        related=(Related("src/c.py", span(1, 1, 2), "the value comes from here"),),
        excerpt=Excerpt(3, ("…",), (4000,)),
    ),
    by_hand(code="CEX103", path=HOSTILE, symbol="\ud800"),
    finding(code="CEX903", severity="note", applicability="manual", fix=None, path="src/z.md", language="text"),
    fixed=(finding(removed={"stage": "assignmentRequestCreated"}),),
    suppressed=(finding(by="comment", fingerprint="4567"), finding(by="baseline", fingerprint="89ab")),
    errors=(RunError(HOSTILE, "read", "Permission denied"), RunError("", "internal", "a worker died")),
    folded=(Folded("src/b.ipynb", "CEX102", 12),),
)
"""Every kind of row."""
FOES = report(
    *map(hostile, HOSTILE_NAMES),
    fixed=tuple(map(hostile, HOSTILE_NAMES)),
    suppressed=tuple(finding(by="comment", path=name, help=name) for name in HOSTILE_NAMES),
    errors=tuple(RunError(name, "read", name) for name in HOSTILE_NAMES),
    folded=tuple(Folded(name, "CEX102", 3) for name in HOSTILE_NAMES),
)
"""Hostile texts everywhere."""


def of_fleet(*items: dict[str, Any]) -> Report:
    """What is read back of the JSON that `fleet` wrote, each of its items being given by what is not usual."""
    usual = {"revision": None, "label": None, "before": None, "commit": "c" * 40, "error": None, "report": None}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fleet.json"
        path.write_text(json.dumps([usual | item for item in items]), encoding="utf-8")
        return saved.load(str(path))


FLEET = of_fleet(
    {"repository": "https://git.example/hr", "label": "HR", "before": 20, "report": to_dict(FULL)},
    {"repository": "/srv/it", "revision": "v1", "label": "IT", "before": 0, "report": to_dict(ONE)},
    {"repository": "/srv/clean", "label": "IT", "before": 4, "report": to_dict(NOTHING)},
    {"repository": "/srv/same", "report": to_dict(NOTHING)},
    {"repository": "/srv/lost", "label": "HR", "before": 3, "commit": None, "error": "git fetch: fatal: it is gone"},
)
"""Repositories that are open, done, new and lost."""
SAMPLES = {"nothing": NOTHING, "one": ONE, "many": MANY, "full": FULL, "foes": FOES, "fleet": FLEET}
