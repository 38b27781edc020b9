"""Groups are applied whole, results read again, and files replaced so that nothing is lost."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from migrate_ext.engine import files, prefilter, runner
from migrate_ext.engine.options import Options
from tests.engine import fakes

if TYPE_CHECKING:
    from collections.abc import Callable

    from migrate_ext.core.report import Report
    from tests.engine.conftest import Write


def fix(*paths: str, unsafe: bool = False) -> Report:
    options = Options(paths=paths or (".",), unsafe=unsafe)
    return runner.fix(options, extract=fakes.extract, solve=fakes.solve)


def leftovers() -> list[Path]:
    return list(Path().rglob(f"{files.TEMPORARY}*"))


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


def test_mode_is_kept(write: Write) -> None:
    write({"a.py": "old\n"})
    Path("a.py").chmod(0o755)
    fix()
    assert stat.S_IMODE(Path("a.py").stat().st_mode) == 0o755


@pytest.mark.parametrize(
    "raw", [b"\xef\xbb\xbf# W\r\nold\r\n", b"# W\rold\r", b"# W\nold # \xc3\xa9", b"# W\n\x0cold\r\n\n"]
)
def test_untouched_bytes_stay(write: Write, raw: bytes) -> None:
    raw = raw.replace(b"W", fakes.WORD.encode())
    write({"a.py": raw})
    fix()
    assert Path("a.py").read_bytes() == raw.replace(b"old", b"new")


def changing_read(target: str, content: bytes) -> Callable[[str], bytes]:
    """Another program writes to a file just before it is looked at for the second time."""
    real, seen = prefilter.read, []

    def read(path: str) -> bytes:
        if path == target and (seen.append(path) or len(seen) == 2):  # type: ignore[func-returns-value]
            Path(target).write_bytes(content)
        return real(path)

    return read


def test_a_file_that_changed_meanwhile_is_not_written(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.py": "old\n", "b.py": "old\n"})
    monkeypatch.setattr(prefilter, "read", changing_read("a.py", b"other\n"))
    report = fix()
    assert Path("a.py").read_bytes() == b"other\n"
    assert "new" in Path("b.py").read_text(encoding="utf-8")
    assert [(error.path, error.kind) for error in report.errors] == [("a.py", "changed")]
    assert leftovers() == []


def test_files_of_a_group_are_put_back_together(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.py": "old_g1\n", "b.py": "old_g1\n", "c.py": "old\n"})
    before = Path("a.py").read_bytes(), Path("b.py").read_bytes()
    real = os.replace

    def replace(source: str, target: str) -> None:
        if target == "b.py":
            raise OSError(errno.ENOSPC, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    report = fix()
    assert (Path("a.py").read_bytes(), Path("b.py").read_bytes()) == before
    assert "new" in Path("c.py").read_text(encoding="utf-8")
    assert [(error.path, error.kind) for error in report.errors] == [("b.py", "write")]
    assert "a.py belong" in report.errors[0].message
    assert len(report.fixed) == 1
    assert leftovers() == []


@pytest.mark.parametrize("call", ["fsync", "fchmod", "replace"])
def test_a_failing_call_costs_one_line(write: Write, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    write({"a.py": "old\n"})
    before = Path("a.py").read_bytes()

    def fail(*arguments: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    name = "chmod" if call == "fchmod" else call
    monkeypatch.setattr(os, name, fail)
    report = fix()
    assert Path("a.py").read_bytes() == before
    assert [(error.path, error.kind, error.message) for error in report.errors] == [
        ("a.py", "write", "Input/output error: left as it was"),
    ]
    assert leftovers() == []


def test_a_link_is_written_through_not_replaced(write: Write) -> None:
    write({"real/a.py": "old\n"})
    Path("link.py").symlink_to("real/a.py")
    report = fix("link.py")
    assert report.errors == ()
    assert Path("link.py").is_symlink()
    assert "new" in Path("real/a.py").read_text(encoding="utf-8")


def test_a_link_out_of_the_tree_is_not_written(write: Write, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.py"
    outside.write_text(f"# {fakes.WORD}\nold\n", encoding="utf-8")
    write({"b.py": "old\n"})
    Path("link.py").symlink_to(outside)
    report = fix("link.py", "b.py")
    assert [(error.path, error.kind) for error in report.errors] == [("link.py", "write")]
    assert "old" in outside.read_text(encoding="utf-8")
    assert "new" in Path("b.py").read_text(encoding="utf-8")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_without_permission_is_left(write: Write) -> None:
    write({"a.py": "old\n"})
    Path("a.py").chmod(0o444)
    report = fix()
    assert [(error.path, error.kind) for error in report.errors] == [("a.py", "write")]
