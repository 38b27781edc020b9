"""Judges the tools by what people wrote down: the deprecated lines, and the files as they should be in the end."""

from __future__ import annotations

import contextlib
import difflib
import importlib.util
import json
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests import laws
from tests.comparison.tools import HERE, ROOT, TOOLS, Report, Tool
from tests.oracle.future_sdk import build, complaints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CASES = ROOT / "tests" / "cases"
ROUNDS = 5
UNTOUCHED = "untouched"
NOTHING = "\N{EN DASH}"
Places = set[tuple[str, int]]


class Task(NamedTuple):
    """A tree, and what is right about it."""

    before: laws.Tree
    after: laws.Tree
    """As it should be once all that a tool may change is changed."""
    uses: Places
    """The lines with a deprecated use, the ones that only a person can change among them."""


class Score(NamedTuple):
    """What a tool found in a tree and made of it; None for what it does not do."""

    found: int | None
    alarms: int | None
    """Reports with neither a deprecated use nor a line that is to change."""
    right: int | None
    """Files that are to change and are as they should be."""
    wrong: int | None
    """Files that it changed into something else."""
    elsewhere: int | None
    """Lines changed that are to stay."""


def estate() -> Task:
    """The repository's `fixtures/`."""
    before = laws.tree(ROOT / "fixtures")
    after = dict(before)
    for layer in ("safe", "unsafe"):
        after |= laws.tree(ROOT / "fixtures-expected" / layer)
    uses = json.loads((HERE / "uses.json").read_text(encoding="utf-8"))
    return Task(before, after, {(path, line) for path, lines in uses.items() for line in lines})


def cases() -> Task:
    """All cases side by side, each a project, that need no option, hold no suppression and can be parsed."""
    task = Task({}, {}, set())
    for case in sorted(path.parent for path in CASES.glob("*/*/expect.json")):
        expected = json.loads((case / "expect.json").read_text(encoding="utf-8"))
        before = {"pyproject.toml": b""} | laws.tree(case / "before")  # each is a project of its own
        after = before | laws.tree(case / "safe") | laws.tree(case / "unsafe")
        plain = {row["code"] for row in expected["findings"]}.isdisjoint({"CEX901", "CEX902", "CEX903"})
        if (
            expected.keys() & {"args", "paths", "configured"}
            or not plain
            or b"migrate-ext" in b"".join(before.values())
        ):
            continue
        name = case.relative_to(CASES).as_posix()
        task.before.update({f"{name}/{path}": content for path, content in before.items()})
        task.after.update({f"{name}/{path}": content for path, content in after.items()})
        task.uses.update((f"{name}/{row['path']}", row["line"]) for row in expected["findings"])
    return task


def measured(tool: Tool, task: Task) -> Score:
    """The tool's score on a tree."""
    changing = _changed(task.before, task.after)
    found = alarms = right = wrong = elsewhere = None
    if tool.fix is not None:
        after = fixed(tool, task)
        right = sum(after[path] == new != task.before[path] for path, new in task.after.items())
        wrong = sum(after[path] not in {old, task.after[path]} for path, old in task.before.items())
        edited = _changed(task.before, after)
        elsewhere = len(edited - changing)
        found, alarms = len(edited & task.uses), None
    if tool.find is not None:
        with laid_out(task.before):
            reports = tool.find()
        found = len({place for report in reports for place in _lines(report)} & task.uses)
        alarms = len({(row.path, row.first) for row in reports if _lines(row).isdisjoint(task.uses | changing)})
    return Score(found, alarms, right, wrong, elsewhere)


def fixed(tool: Tool, task: Task) -> laws.Tree:
    """What the tool makes of the tree."""
    with laid_out(task.before) as folder:
        if tool.fix is not None:
            tool.fix()
        return laws.tree(folder)


def _lines(report: Report) -> Places:
    return {(report.path, line) for line in range(report.first, report.last + 1)}


def _changed(before: laws.Tree, after: laws.Tree) -> Places:
    """The lines of `before` that are not in `after`, and the ones before which something comes."""
    places: Places = set()
    for path, old in before.items():
        if old == after[path]:
            continue
        pairs = difflib.SequenceMatcher(None, old.splitlines(), after[path].splitlines(), autojunk=False)
        for tag, first, last, _, _ in pairs.get_opcodes():
            if tag != "equal":
                places.update((path, line + 1) for line in range(first, max(last, first + 1)))
    return places


@contextlib.contextmanager
def laid_out(tree: laws.Tree) -> Iterator[Path]:
    """The tree in a scratch folder that is the working directory."""
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        for path, content in tree.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_bytes(content)
        yield Path(scratch)


def seconds(action: Callable[[], object], tree: laws.Tree) -> float:
    """The median processor time that an action's programs take on fresh copies of a tree."""
    from resource import RUSAGE_CHILDREN, getrusage  # Unix only

    times = []
    for _ in range(ROUNDS):
        with laid_out(tree):
            before = getrusage(RUSAGE_CHILDREN)
            action()
            after = getrusage(RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times)


def type_errors(trees: dict[str, laws.Tree]) -> dict[str, int]:
    """What a type checker holds against each tree once the SDK has lost the old names; empty where one is missing."""
    spec = importlib.util.find_spec("msgraph_beta")
    if spec is None or spec.origin is None or importlib.util.find_spec("basedpyright") is None:
        return {}
    sdk = Path(spec.origin).parent
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "trees"
        for name, tree in trees.items():
            for path, content in tree.items():
                (root / name / path).parent.mkdir(parents=True, exist_ok=True)
                (root / name / path).write_bytes(content)
        today = complaints(root, trees, sdk.parents[3])
        tomorrow = complaints(root, trees, build(sdk, Path(scratch) / "tomorrow"))
    old = {(path, message) for path, rows in today.items() for _, message in rows if path.startswith(UNTOUCHED)}
    return {
        name: sum(
            (path.replace(name, UNTOUCHED, 1), message) not in old
            for path, rows in tomorrow.items()
            if path.startswith(f"{name}/")
            for _, message in rows
        )
        for name in trees
    }


def row(tool: Tool, score: Score, task: Task, *more: str) -> str:
    """The score as a row of a table."""
    missed = None if score.found is None else len(task.uses) - score.found
    cells = [NOTHING if value is None else str(value) for value in (score.found, missed, *score[1:])]
    return " | ".join([f"| {tool.name}", *cells, *more]) + " |"


def head(task: Task, *more: str) -> str:
    """The head of a table."""
    files = sum(task.after[path] != old for path, old in task.before.items())
    titles = [
        "tool",
        f"uses found (of {len(task.uses)})",
        "missed",
        "false alarms",
        f"files right (of {files})",
        "files wrong",
        "lines changed that should stay",
        *more,
    ]
    return f"| {' | '.join(titles)} |\n|{' --- |' * len(titles)}"


def page_tables(*, with_cases: bool) -> str:
    """The tables as Markdown, and a line on each tool that is not installed."""
    task = estate()
    there = [tool for tool in TOOLS if tool.installed]
    lines = [f"{tool.name} is left out: there is no `{tool.command}`" for tool in TOOLS if not tool.installed]
    trees = {tool.name.replace(" ", "-"): fixed(tool, task) for tool in there if tool.fix}
    errors = type_errors({UNTOUCHED: task.before, **trees})
    if not errors:
        lines.append("Type errors are left out: the extra `oracle` brings the SDK and the type checker")
    times = {tool.name: seconds(tool.find or tool.fix or list, task.before) for tool in there}
    lines.append(head(task, f"type errors (untouched: {errors.get(UNTOUCHED, NOTHING)})", "time"))
    for tool in there:
        more = (
            str(errors.get(tool.name.replace(" ", "-"), NOTHING)),
            f"{times[tool.name] / times['migrate-ext']:.2g}",
        )
        lines.append(row(tool, measured(tool, task), task, *more))
    if with_cases:
        task = cases()
        lines += [
            "",
            head(task),
            *(row(tool, measured(tool, task), task) for tool in there),
        ]
    return "\n".join(lines)
