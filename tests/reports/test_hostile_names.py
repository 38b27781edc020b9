"""Files with names that a terminal, a workflow, a browser or a page of Markdown would obey: fixed, and shown as text.

What each format makes of such names is tested beside it; here they are real files, seen through the command.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.door import Outcome, run
from tests.repository import git

OLD, NEW = b"customExtensionHandlerInstances", b"customExtensionCalloutInstances"
READ = b'request["customExtensionHandlerInstances"]\n'
NAMES = (
    b"line\nfeed.py",
    b"\r\n::error file=x.py::owned.py",
    b"\x1b[2J\x1b]0;title\x07.py",
    b"\x9b31m.py",
    b"undecodable\xe9\xff.py",
    b"-rf.py",
    b"--config.py",
    b"::warning::x.py",
    b"##[error]x.py",
    b"<script>alert(1)<",
    b"]]>&amp;'\".py",
    b"[a](https:b)|`c`_d_*e*@f #1.py",
    "bidi\u202e\u2066yp.py".encode(),
    "\u2028\u2029\x85.py".encode(),
    b"100%0A.py",
    b" .py",
    b"~.py",
    b"@.py",
    b"'$(touch owned)`touch owned`'.py",
)
FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file of each name, with one finding, and one that no encoding fits."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        content = b"#!/usr/bin/python\n" + READ if not name.endswith(b".py") else READ
        Path(os.fsdecode(name)).write_bytes(content)
        folder = Path(os.fsdecode(b"d" + name))
        folder.mkdir()
        (folder / "bad.json").write_bytes(b'"\xff' + OLD)


def check(name: str) -> Outcome:
    return run("check", "--isolated", "--format", name, ".")


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_name_through_that_a_reader_would_obey(name: str) -> None:
    outcome = check(name)
    assert outcome.code == 2
    assert not CONTROL.search(outcome.stderr)
    if name in ("json", "sarif", "gitlab"):
        assert json.loads(outcome.stdout)  # escaped as JSON does it, and by whoever shows it
        assert not re.search(rb"[\x00-\x09\x0b-\x1f]", outcome.stdout)
        return
    assert not CONTROL.search(outcome.text.replace("\r\n", "\n"))
    if name == "junit":
        assert len(ET.fromstring(outcome.text).findall(".//failure")) == len(NAMES)  # noqa: S314 - our own
    if name == "html":
        assert "<script>alert" not in outcome.text
    if name == "github":
        assert all(re.match("::(error|warning|notice) ", line) for line in outcome.text.splitlines())
        assert len(outcome.text.splitlines()) == 2 * len(NAMES)


def test_each_file_is_found_once_by_a_name_that_tells_it_from_the_others() -> None:
    report = check("json").report
    paths = [finding["path"] for finding in report["findings"]]
    assert len(paths) == len(set(paths)) == len(NAMES)
    assert "undecodable\\xe9\\xff.py" in paths
    assert "line\nfeed.py" in paths
    assert [error["kind"] for error in report["errors"]] == ["parse"] * len(NAMES)


@pytest.mark.parametrize("in_git", [False, True])
def test_each_file_is_fixed(in_git: bool) -> None:  # noqa: FBT001 - a table's column
    if in_git:
        git("init", "--quiet")
        git("add", ".")
    run("fix", "--isolated", "--quiet", ".")
    for name in NAMES:
        assert Path(os.fsdecode(name)).read_bytes().endswith(READ.replace(OLD, NEW)), name
    assert not Path("owned").exists()


def test_a_patch_names_each_file_as_git_does() -> None:
    patch = run("fix", "--isolated", "--diff", ".").stdout
    subprocess.run(["git", "apply", "-"], input=patch, check=True)
    for name in NAMES:
        assert Path(os.fsdecode(name)).read_bytes().endswith(READ.replace(OLD, NEW)), name


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith(b"-")])
def test_a_name_on_the_command_line_is_shown_escaped_too(name: bytes) -> None:
    given = os.fsdecode(name)
    os.unlink(given)
    for arguments in (("check", "--isolated", given), ("check", "--config", given), ("report", given)):
        outcome = run(*arguments)
        assert outcome.code == 2
        assert not CONTROL.search(outcome.stderr)
        assert "\n" not in outcome.stderr.rstrip("\n")
