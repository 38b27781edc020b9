"""The laws that every report and every fix keeps, whatever the rules say.

They are checked from outside: on the printed report, the printed patch and the files, never on the tool's own objects.
"""

from __future__ import annotations

import codecs
import io
import json
import re
import tokenize
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

Tree = dict[str, bytes]
"""The files below a folder: relative path to content."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
WITHOUT_WORD = {"CEX303", "CEX901", "CEX902"}
"""Rules whose findings do not stand on a word."""


def tree(root: Path) -> Tree:
    """All files below a folder, git's own aside."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(root).parts
    }


def decoded(path: str, raw: bytes) -> tuple[str, bytes, str]:
    """Text, byte order mark and encoding of a file, found without the tool."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding), mark, encoding
    if path.endswith((".py", ".pyi", ".pyw")) or raw.startswith(b"#!"):
        encoding = tokenize.detect_encoding(io.BytesIO(raw).readline)[0]
        return raw.decode(encoding), b"", encoding
    encoding = json.detect_encoding(raw)
    try:
        return raw.decode(encoding), b"", encoding
    except UnicodeDecodeError:  # a NUL among the first bytes is no sign of UTF-16
        return raw.decode("utf-8"), b"", "utf-8"


def line_starts(text: str) -> list[int]:
    """Offsets at which lines begin."""
    return [match.start() for match in _LINE.finditer(text)]


def offset(starts: list[int], position: dict[str, int]) -> int:
    """The offset of a reported position."""
    return starts[position["line"] - 1] + position["column"] - 1


def broken_by_report(report: dict[str, Any], before: Tree, exit_code: int) -> list[str]:
    """What a report of `check` says that cannot be so."""
    findings = report["findings"]
    return [
        *_counts(report),
        *_order(findings),
        *_exit_code(report, exit_code),
        *(problem for finding in findings for problem in _one(finding, before)),
        *_groups(findings),
    ]


def _counts(report: dict[str, Any]) -> list[str]:
    summary, findings = report["summary"], report["findings"]
    folded = sum(row["count"] for row in report.get("folded", ()))
    problems = []
    if summary["findings"] != len(findings) + folded:
        problems.append(f"{summary['findings']} findings are counted, {len(findings)} listed")
    if not folded:
        for key, field in (("by_code", "code"), ("by_applicability", "applicability")):
            problems += [
                f"{key}: {count} {name} are counted, {listed} listed"
                for name, count in summary[key].items()
                if count != (listed := sum(finding[field] == name for finding in findings))
            ]
    for key in ("fixed", "errors"):
        if summary[key] != len(report[key]):
            problems.append(f"{key}: {summary[key]} are counted, {len(report[key])} listed")
    return problems


def _order(findings: list[dict[str, Any]]) -> list[str]:
    places = [
        (finding["path"], finding["range"]["start"]["line"], finding["range"]["start"]["column"])
        for finding in findings
    ]
    problems = [] if places == sorted(places) else ["the findings are not in order"]
    prints = [finding["fingerprint"] for finding in findings]
    return problems + ([] if len(prints) == len(set(prints)) else ["two findings share a fingerprint"])


def _exit_code(report: dict[str, Any], exit_code: int) -> list[str]:
    remain = any(finding["severity"] != "note" for finding in report["findings"])
    expected = 2 if report["errors"] else int(remain)
    return [] if exit_code == expected else [f"the exit code is {exit_code}, not {expected}"]


def _one(finding: dict[str, Any], before: Tree) -> list[str]:
    place = f"{finding['path']}:{finding['range']['start']['line']} {finding['code']}"
    text, _, _ = decoded(finding["path"], before[finding["path"]])
    starts = line_starts(text)
    start, end = (offset(starts, finding["range"][name]) for name in ("start", "end"))
    held, problems = text[start:end], []
    written_otherwise = set(held) & set("\\%\"'\n")  # escaped, or split over literals
    if finding["code"] not in WITHOUT_WORD and held != finding["symbol"] and not written_otherwise:
        problems.append(f"{place}: the range holds {held!r}, not {finding['symbol']!r}")
    if (finding["fix"] is None) != (finding["applicability"] == "manual"):
        problems.append(f"{place}: {finding['applicability']}, but the fix is {finding['fix']}")
    first, lines = finding["excerpt"]["first_line"], finding["excerpt"]["lines"]
    if not first <= finding["range"]["start"]["line"] < first + len(lines):
        problems.append(f"{place}: the excerpt does not hold the finding's line")
    return problems


def _groups(findings: list[dict[str, Any]]) -> list[str]:
    levels: dict[str, set[str]] = {}
    for finding in findings:
        if finding["group"] is not None and finding["fix"] is not None:
            levels.setdefault(finding["group"], set()).add(finding["applicability"])
    return [f"group {group} is {sorted(found)} at once" for group, found in levels.items() if len(found) > 1]


def edited(report: dict[str, Any], before: Tree, levels: set[str]) -> Tree:
    """The tree after exactly the edits that a report of `check` lists at these levels."""
    after = dict(before)
    edits: dict[str, set[tuple[int, int, str]]] = {}
    texts = {finding["path"]: decoded(finding["path"], before[finding["path"]]) for finding in report["findings"]}
    starts = {path: line_starts(text) for path, (text, _, _) in texts.items()}
    for finding in report["findings"]:
        if finding["fix"] is not None and finding["applicability"] in levels:
            path = finding["path"]
            for edit in finding["fix"]["edits"]:
                start, end = (offset(starts[path], edit["range"][name]) for name in ("start", "end"))
                edits.setdefault(path, set()).add((start, end, edit["new_text"]))
    for path, own in edits.items():
        text, mark, encoding = texts[path]
        for start, end, new in sorted(own, reverse=True):
            text = text[:start] + new + text[end:]
        after[path] = mark + text.encode(encoding)
    return after
