"""Groups are applied whole, and results read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from migrate_ext.engine import runner
from migrate_ext.engine.options import Options
from tests.engine import fakes

if TYPE_CHECKING:
    from migrate_ext.core.report import Report
    from tests.engine.conftest import Write


def fix(*paths: str, unsafe: bool = False) -> Report:
    options = Options(paths=paths or (".",), unsafe=unsafe)
    return runner.fix(options, extract=fakes.extract, solve=fakes.solve)


def test_safe_fixes_are_written_and_the_rest_stays(write: Write) -> None:
    write({"a.py": "old = 1\noldRisky = old\noldHard\n"})
    report = fix()
    assert Path("a.py").read_text(encoding="utf-8").splitlines()[1:] == ["new = 1", "oldRisky = new", "oldHard"]
    assert [finding.symbol for finding in report.fixed] == ["old", "old"]
    assert [finding.symbol for finding in report.findings] == ["oldRisky", "oldHard"]
    assert report.exit_code == 1
    assert report.summary.files_changed == 1


def test_unsafe_fixes_are_asked_for(write: Write) -> None:
    write({"a.py": "oldRisky = old\n"})
    report = fix(unsafe=True)
    assert "newRisky = new" in Path("a.py").read_text(encoding="utf-8")
    assert report.exit_code == 0


def test_positions_of_what_remains_are_those_of_the_new_text(write: Write) -> None:
    write({"a.py": "(old_long_name, oldHard)\n"})
    report = fix()
    assert report.fixed[0].range.start == (2, 2)
    text = Path("a.py").read_text(encoding="utf-8").splitlines()[1]
    finding = report.findings[0]
    assert text[finding.range.start.column - 1 : finding.range.end.column - 1] == "oldHard"
    assert finding.excerpt.lines == (text,)


def test_a_result_that_does_not_parse_is_not_written(write: Write) -> None:
    """The file's other groups are left out with it, and so is every file that shares a group with it."""
    write({"a.py": "oldBroken\nold_g1\n", "b.py": "old_g1\n", "c.py": "old\n"})
    before = Path("a.py").read_bytes(), Path("b.py").read_bytes()
    report = fix()
    assert (Path("a.py").read_bytes(), Path("b.py").read_bytes()) == before
    assert "new" in Path("c.py").read_text(encoding="utf-8")
    assert [(error.path, error.kind) for error in report.errors] == [("a.py", "internal")]
    assert report.exit_code == 2
    assert {finding.path for finding in report.findings} == {"a.py", "b.py"}


def test_a_group_is_as_weak_as_its_weakest_member(write: Write) -> None:
    write({"a.py": "old_g1\n", "b.py": "oldRisky_g1\n"})
    before = Path("a.py").read_bytes()
    assert fix().fixed == ()
    assert Path("a.py").read_bytes() == before
    assert len(fix(unsafe=True).fixed) == 2


@pytest.mark.parametrize(
    "raw", [b"\xef\xbb\xbf# W\r\nold\r\n", b"# W\rold\r", b"# W\nold # \xc3\xa9", b"# W\n\x0cold\r\n\n"]
)
def test_untouched_bytes_stay(write: Write, raw: bytes) -> None:
    raw = raw.replace(b"W", fakes.WORD.encode())
    write({"a.py": raw})
    fix()
    assert Path("a.py").read_bytes() == raw.replace(b"old", b"new")
