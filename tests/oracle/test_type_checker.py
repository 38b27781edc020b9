"""A type checker, not this project, says whether finding and rewriting are right.

It is asked about every case of `cases/python_sdk` and the estate, against the SDK as it is and against one from which
the deprecated names are gone.
"""

from __future__ import annotations

import ast
import contextlib
import importlib.util
import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.door import run
from tests.oracle.future_sdk import Complaint, Complaints, build, complaints

pytestmark = pytest.mark.slow
SPEC = importlib.util.find_spec("msgraph_beta")
if SPEC is None or SPEC.origin is None or importlib.util.find_spec("basedpyright") is None:
    pytest.skip("the SDK and basedpyright are not installed: pip install '.[oracle]'", allow_module_level=True)

SDK = Path(SPEC.origin).parent
ROOT = Path(__file__).parents[2]
PROJECTS = {path.parent.name: path for path in sorted((ROOT / "tests/cases/python_sdk").glob("*/before"))}
PROJECTS["estate"] = ROOT / "fixtures"
MENTION = "CEX903"
NOISE = re.compile(
    'is unknown import symbol|Import "(?!msgraph_beta)|Variable not allowed in type expression|for class "object\\*"'
)
"""Echoes of an import or read that broke in another line, where it counts; packages that are not installed."""
EXHAUSTED = 'in function "assert_never"'
"""The finding stands where the values are told apart, the error where none is left."""

Lines = dict[str, set[int]]


class Verdicts(NamedTuple):
    """What the type checker says, and what the tool had said before."""

    missed: list[str]
    """Errors of the future SDK in statements of the original without a finding."""
    unsound: list[str]
    """Errors of the future SDK after `fix --unsafe` in statements without a remaining finding."""
    worse: list[str]
    """Errors of the SDK as it is after `fix` that were not there before."""


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdicts]:
    """By project; the checker is started once for all of them, as it takes most of its time to start."""
    scratch = tmp_path_factory.mktemp("judge")
    future = build(SDK, scratch / "future")
    trees = {name: scratch / name for name in ("before", "safe", "unsafe")}
    found, remaining = {}, {}
    for name, source in PROJECTS.items():
        for tree in trees.values():
            shutil.copytree(source, tree / name)
        found[name] = _lines(trees["before"] / name, "check")
        _lines(trees["safe"] / name, "fix")
        remaining[name] = _lines(trees["unsafe"] / name, "fix", "--unsafe")
    was = complaints(trees["before"], PROJECTS, None)
    will_be = complaints(trees["before"], PROJECTS, future)
    after_safe = complaints(trees["safe"], PROJECTS, None)
    after_unsafe = complaints(trees["unsafe"], PROJECTS, future)
    shutil.rmtree(future)
    assert sum(map(len, will_be.values())) > sum(map(len, was.values())) + len(PROJECTS), "the SDK has not changed"
    return {
        name: Verdicts(
            _uncovered(trees["before"], name, _new(will_be, was, name), found[name]),
            _uncovered(trees["unsafe"], name, _new(after_unsafe, was, name), remaining[name]),
            [f"{path}:{row.line}: {row.message}" for path, row in _new(after_safe, was, name)],
        )
        for name in PROJECTS
    }


def _lines(project: Path, *command: str) -> Lines:
    """The lines that a command reports in the end, those of suppressed findings too."""
    with contextlib.chdir(project):
        report = json.loads(run(*command, "--isolated", "--format", "json", ".").stdout)
    lines: Lines = {}
    for finding in [*report["findings"], *report["suppressed"]]:
        if finding["code"] != MENTION:
            lines.setdefault(finding["path"], set()).add(finding["range"]["start"]["line"])
    return lines


def _new(now: Complaints, before: Complaints, project: str) -> list[tuple[str, Complaint]]:
    """What is said of a project's files beyond what was said before; lines may have moved, and names are new."""
    found: list[tuple[str, Complaint]] = []
    for path in sorted(path for path in now if path.startswith(f"{project}/")):
        old = Counter(_kind(row.message) for row in before.get(path, ()))
        exact = {row.message for row in before.get(path, ())}
        for row in now[path]:
            if row.message in exact or NOISE.search(row.message):
                continue
            if old[_kind(row.message)] > 0:
                old[_kind(row.message)] -= 1
            else:
                found.append((path.removeprefix(f"{project}/"), row))
    return found


def _kind(message: str) -> str:
    return re.sub('"[^"]*"', '""', message)


def _uncovered(tree: Path, project: str, rows: list[tuple[str, Complaint]], lines: Lines) -> list[str]:
    missing = []
    for path, row in rows:
        find = _decision if EXHAUSTED in row.message else _statement
        module = _parsed(tree / project / path)
        first, last = find(module, row.line) if module is not None else (row.line, row.line)
        if not any(first <= line <= last for line in lines.get(path, ())):
            missing.append(f"{path}:{row.line}: {row.message}")
    return missing


def _parsed(path: Path) -> ast.Module | None:
    """A module; None where it is written for a later Python than this one, and its lines have to do."""
    try:
        return ast.parse(path.read_bytes())
    except SyntaxError:
        return None


def _statement(module: ast.Module, line: int) -> tuple[int, int]:
    """The lines of the smallest statement, or header of a compound one, that holds a line."""
    spans = [span for span in map(_span, ast.walk(module)) if span is not None and span[0] <= line <= span[1]]
    return min(spans, key=lambda span: span[1] - span[0], default=(line, line))


def _decision(module: ast.Module, line: int) -> tuple[int, int]:
    """The lines of the whole `match` or chain of `if`s that holds a line."""
    spans = [
        (node.lineno, node.end_lineno or node.lineno)
        for node in ast.walk(module)
        if isinstance(node, ast.Match | ast.If) and node.lineno <= line <= (node.end_lineno or node.lineno)
    ]
    return max(spans, key=lambda span: span[1] - span[0], default=(line, line))


def _span(node: ast.AST) -> tuple[int, int] | None:
    if isinstance(node, ast.match_case):
        return node.pattern.lineno, max(node.pattern.end_lineno, node.body[0].lineno - 1)
    if not isinstance(node, ast.stmt | ast.ExceptHandler):
        return None
    end = node.end_lineno or node.lineno
    body = getattr(node, "body", None) or [case.pattern for case in getattr(node, "cases", ())]
    return node.lineno, max(node.lineno, body[0].lineno - 1) if body else end


@pytest.mark.parametrize("project", PROJECTS)
def test_every_error_that_the_removal_causes_lies_in_a_statement_with_a_finding(
    verdicts: dict[str, Verdicts], project: str
) -> None:
    assert not verdicts[project].missed


@pytest.mark.parametrize("project", PROJECTS)
def test_after_an_unsafe_fix_every_error_lies_in_a_statement_with_a_remaining_finding(
    verdicts: dict[str, Verdicts], project: str
) -> None:
    assert not verdicts[project].unsound


@pytest.mark.parametrize("project", PROJECTS)
def test_after_a_safe_fix_the_sdk_of_today_gives_no_new_error(verdicts: dict[str, Verdicts], project: str) -> None:
    assert not verdicts[project].worse
