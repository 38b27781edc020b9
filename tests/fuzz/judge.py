"""The laws that hold whatever the input is, checked from outside: on reports, exit codes and files."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import traceback
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from tests import laws
from tests.door import Outcome, run
from tests.fuzz.mutations import JSON, LINES, PYTHON, YAML

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

_FORMATS = ("text", "concise", "sarif", "github", "gitlab", "junit", "markdown", "html")
_NEWER = re.compile(
    r"^\s*(?:type\s+\w|(?:async\s+)?def\s+\w+\[|class\s+\w+\[)|[fF][rR]?['\"]|[rR][fF]['\"]", re.MULTILINE
)
"""What a later Python than the one that runs may parse."""
_WHOLE = (*PYTHON, *JSON)
"""Kinds of which a part that cannot be read makes the whole file unreadable."""


class Judgement(NamedTuple):
    """What became of one input."""

    parsed: bool
    found: bool
    edited: bool
    broken: list[str]
    """The laws that it broke."""


def judge(files: laws.Tree, path: str, chance: random.Random, *, real: bool = False) -> Judgement:
    """Check and fix a tree in the working directory, whose file `path` is the mutated one."""
    try:
        return _judged(files, path, chance, real=real)
    except Exception:  # noqa: BLE001 - whatever it is, it is what the fuzzer looks for
        return Judgement(parsed=False, found=False, edited=False, broken=["traceback: " + traceback.format_exc()])


def _run(*arguments: str) -> Outcome:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return run(*arguments)


def _judged(files: laws.Tree, path: str, chance: random.Random, *, real: bool) -> Judgement:
    options = ["--isolated", *chance.choice(([], ["--mentions"], ["--target", "v1.0"]))]
    unsafe = chance.choice(([], ["--unsafe"], ["--unsafe"]))
    check = _run("check", *options, "--format", "json", ".")
    report = check.report
    texts = {name: text for name, raw in files.items() if (text := _text(name, raw)) is not None}
    broken = [*_said(check, report), *_of_report(report, files, texts, check.code)]
    if laws.tree(Path()) != files:
        broken.append("check changed a file")
    name = chance.choice(_FORMATS)
    other = _run("check", *options, "--format", name, ".")
    if other.code != check.code:
        broken.append(f"the exit code is {check.code} with json and {other.code} with {name}")
    if real:
        broken += _through_the_command(options, check)
    fix = _run("fix", *options, *unsafe, "--format", "json", ".")
    after = laws.tree(Path())
    broken += [*_said(fix, fix.report), *_of_fix(fix, files, after, texts), *_parse(files, after, report)]
    again = _run("fix", *options, *unsafe, "--format", "json", ".")
    broken += _said(again, again.report)
    # a suppression whose finding went with the fix is stale from then on
    stale = any(finding["code"] == "CEX902" for finding in fix.report["findings"])
    if "collides" not in fix.stderr and not stale:
        if laws.tree(Path()) != after:
            broken.append("a second fix changed something")
        elif again.report["findings"] != fix.report["findings"]:
            broken.append("a second fix reports other findings")
    return Judgement(_parses(path, files[path]) is not False, bool(report["findings"]), after != files, broken)


def _said(outcome: Outcome, report: dict[str, Any]) -> Iterable[str]:
    """Errors that no input may cause: all but that of a file in no encoding."""
    for error in report["errors"]:
        if error["kind"] != "parse":
            yield f"{error['kind']} error: {error['message']}"
    remain = any(finding["severity"] != "note" for finding in report["findings"])
    expected = 2 if report["errors"] else int(remain)
    if outcome.code != expected:
        yield f"the exit code is {outcome.code}, not {expected}"
    if "Traceback" in outcome.stderr:
        yield f"a traceback on stderr: {outcome.stderr}"


def _of_report(report: dict[str, Any], files: laws.Tree, texts: dict[str, str], code: int) -> Iterable[str]:
    unread = {error["path"] for error in report["errors"]}
    for name in files.keys() - texts.keys() - unread:
        # in any other text, whatever its encoding, words are mentioned
        if any(finding["path"] == name and finding["severity"] != "note" for finding in report["findings"]):
            yield f"{name} is text in no encoding, and has findings"
    if texts.keys() >= files.keys():
        yield from laws.broken_by_report(report, files, code)


def _of_fix(fix: Outcome, files: laws.Tree, after: laws.Tree, texts: dict[str, str]) -> Iterable[str]:
    """Each file is what the listed fixes make of it, to the byte."""
    fixed = [finding for finding in fix.report["fixed"] if finding["path"] in texts]
    promised = laws.edited({"findings": fixed}, files, {"safe", "unsafe"})
    for name in files:
        if name in texts or after[name] == files[name]:
            if after.get(name) != promised[name]:
                yield f"{name} is not what its fixes make of it"
        else:
            yield f"{name} is text in no encoding, and was changed"
    if after.keys() != files.keys():
        yield f"files appeared or vanished: {after.keys() ^ files.keys()}"


def _text(name: str, raw: bytes) -> str | None:
    try:
        return laws.decoded(name, raw)[0]
    except (ValueError, SyntaxError, LookupError):
        return None


def _parse(files: laws.Tree, after: laws.Tree, report: dict[str, Any]) -> Iterable[str]:
    """What could be parsed still can, and what could not is unchanged."""
    unreadable = {finding["path"] for finding in report["findings"] if finding["code"] == "CEX901"}
    for name, raw in files.items():
        if after[name] == raw:
            continue
        before, now = _parses(name, raw), _parses(name, after[name])
        if before and not now:
            yield f"{name} could be parsed, and no longer can"
        if before is False and name.endswith(PYTHON) and not _NEWER.search(_text(name, raw) or ""):
            yield f"{name} is no Python, and was changed"
        if name in unreadable and name.endswith(_WHOLE):
            yield f"{name} is reported as unparsable, and was changed"


def _parses(name: str, raw: bytes) -> bool | None:
    """Whether a file is what its name says; None where that is not known."""
    suffix = Path(name).suffix.lower()
    text = _text(name, raw)
    if text is None:
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if suffix in PYTHON:
                ast.parse(text)
            elif suffix in YAML:
                list(yaml.compose_all(text, yaml.CSafeLoader))
            elif suffix in LINES:
                [json.loads(line) for line in text.splitlines() if line.strip()]
            elif suffix == ".ipynb":
                _cells(json.loads(text))
            elif suffix in JSON:
                json.loads(text)
            else:
                return None
    except (ValueError, SyntaxError, RecursionError, MemoryError, yaml.YAMLError):
        return None if suffix in (".jsonc", ".json5") else False
    return True


def _cells(notebook: Any) -> None:
    for cell in notebook["cells"] if isinstance(notebook, dict) and isinstance(notebook.get("cells"), list) else ():
        source = cell.get("source") if isinstance(cell, dict) and cell.get("cell_type") == "code" else None
        if isinstance(source, list) and all(isinstance(line, str) for line in source):
            source = "".join(source)
        if isinstance(source, str) and not re.search(r"^\s*[%!?]|\?\s*$", source, re.MULTILINE):
            ast.parse(source)


def _through_the_command(options: list[str], check: Outcome) -> Iterable[str]:
    command = [sys.executable, "-P", "-m", "migrate_ext", "check", *options, "--format", "json", "."]
    root = Path(__file__).parents[2]
    ran = subprocess.run(command, capture_output=True, check=False, env={"PYTHONPATH": str(root), "PATH": ""})
    if (ran.returncode, ran.stdout) != (check.code, check.stdout):
        yield f"the command itself says something else: {ran.returncode} {ran.stderr.decode('utf-8', 'replace')[-300:]}"
