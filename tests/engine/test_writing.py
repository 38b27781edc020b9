"""Files that belong together are replaced together, and never what another program has written."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import stat
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest

from migrate_ext.engine import files, runner, writing
from migrate_ext.engine.options import Options
from tests.engine import fakes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from migrate_ext.core.report import Report
    from tests.engine.conftest import Write


def fix(*paths: str) -> Report:
    return runner.fix(Options(paths=paths or (".",)), extract=fakes.extract, solve=fakes.solve)


def text(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def errors(report: Report) -> list[tuple[str, str]]:
    return [(error.path, error.kind) for error in report.errors]


def leftovers() -> list[Path]:
    return list(Path().rglob(f"{files.TEMPORARY}*"))


def after_replacing(target: str, act: Callable[[], object]) -> mock._patch[object]:
    """Another program acts just after one file was replaced."""
    real = os.replace

    def replace(source: str, destination: str) -> None:
        real(source, destination)
        if destination.endswith(target):
            act()

    return mock.patch.object(os, "replace", replace)


def failing_to_replace(*targets: str) -> mock._patch[object]:
    real = os.replace

    def replace(source: str, destination: str) -> None:
        if destination.endswith(targets):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(source, destination)

    return mock.patch.object(os, "replace", replace)


def test_mode_is_kept(write: Write) -> None:
    write({"a.py": "old\n"})
    Path("a.py").chmod(0o755)
    fix()
    assert stat.S_IMODE(Path("a.py").stat().st_mode) == 0o755


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_owner_and_program_bits_are_kept(write: Write) -> None:
    write({"a.py": "old\n"})
    os.chown("a.py", 1234, 2345)
    Path("a.py").chmod(0o4755)
    fix()
    status = Path("a.py").stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1234, 2345, 0o4755)


def test_a_file_that_cannot_be_given_back_to_its_owner_loses_the_program_bits(write: Write) -> None:
    """Else a program of theirs would become one of ours."""
    write({"a.py": "old\n"})
    Path("a.py").chmod(0o6755)
    with mock.patch.object(os, "chown", side_effect=PermissionError(errno.EPERM, "Operation not permitted")):
        fix()
    assert "new" in text("a.py")
    assert stat.S_IMODE(Path("a.py").stat().st_mode) == 0o755


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes")
def test_extended_attributes_are_kept(write: Write) -> None:
    write({"a.py": "old\n"})
    try:
        os.setxattr("a.py", "user.origin", b"here")
    except OSError:
        pytest.skip("a file system without extended attributes")
    fix()
    assert "new" in text("a.py")
    assert os.getxattr("a.py", "user.origin") == b"here"


def test_the_first_file_that_cannot_be_written_costs_its_whole_group(write: Write) -> None:
    write({"a.py": "old_g1\n", "b.py": "old_g1\n", "c.py": "old\n"})
    before = text("a.py"), text("b.py")
    with failing_to_replace("b.py"):
        report = fix()
    assert (text("a.py"), text("b.py")) == before
    assert "new" in text("c.py")
    assert [(error.path, error.kind, error.message) for error in report.errors] == [
        ("b.py", "write", "No space left on device: left as it was; left with it: a.py")
    ]
    assert [finding.path for finding in report.fixed] == ["c.py"]
    assert {finding.path for finding in report.findings} == {"a.py", "b.py"}
    assert leftovers() == []


def test_what_another_program_wrote_is_not_put_back(write: Write) -> None:
    """It wrote to the first file of a group, right before the second failed."""
    write({"a.py": "old_g1\n", "b.py": "old_g1\n"})
    with failing_to_replace("b.py"), after_replacing("a.py", lambda: Path("a.py").write_text("theirs\n")):
        report = fix()
    assert text("a.py") == "theirs\n"
    assert "old_g1" in text("b.py")
    assert [(error.path, error.kind, error.message) for error in report.errors] == [
        ("b.py", "write", "No space left on device: left as it was"),
        ("a.py", "changed", "was fixed, then changed by another program: it stays so"),
    ]
    assert leftovers() == []


def test_a_file_that_cannot_be_put_back_is_named_with_its_state(write: Write) -> None:
    write({"a.py": "old_g1\n", "b.py": "old_g1\n", "c.py": "old_g1\n"})

    def fill() -> None:
        disk.enter_context(mock.patch.object(os, "write", side_effect=OSError(errno.ENOSPC, "No space left on device")))

    with contextlib.ExitStack() as disk, failing_to_replace("b.py"), after_replacing("a.py", fill):
        report = fix()
    assert "new_g1" in text("a.py")
    assert "old_g1" in text("b.py")
    assert "old_g1" in text("c.py")
    assert [(error.path, error.kind, error.message) for error in report.errors] == [
        ("b.py", "write", "No space left on device: left as it was; left with it: c.py"),
        ("a.py", "write", "was fixed and could not be put back: No space left on device"),
    ]
    assert leftovers() == []


def test_an_error_after_the_deed_is_none(write: Write) -> None:
    """Some network file systems do what they are asked, lose the answer, and fail when asked again."""
    write({"a.py": "old\n"})
    real = os.replace

    def replace(source: str, target: str) -> None:
        real(source, target)
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    with mock.patch.object(os, "replace", replace):
        report = fix()
    assert errors(report) == []
    assert "new" in text("a.py")
    assert len(report.fixed) == 1


def test_a_signal_waits_until_what_was_begun_is_done(write: Write) -> None:
    """A group is never torn by Ctrl-C: here it comes between the two files."""
    write({"a.py": "old_g1\n", "b.py": "old_g1\n", "c.py": "old\n"})
    with after_replacing("a.py", lambda: os.kill(os.getpid(), signal.SIGINT)):
        report = fix()
    assert report.exit_code == 130
    assert ("new_g1" in text("a.py"), "new_g1" in text("b.py"), "new" in text("c.py")) == (True, True, False)
    assert [finding.path for finding in report.fixed] == ["a.py", "b.py"]
    assert leftovers() == []


def test_a_signal_before_the_first_is_replaced_stops_the_group(write: Write) -> None:
    write({"a.py": "old_g1\n", "b.py": "old_g1\n"})
    real = files.Temporary

    def staged(target: str, pieces: Iterable[bytes]) -> files.Temporary:
        os.kill(os.getpid(), signal.SIGINT)
        return real(target, pieces)

    with mock.patch.object(writing, "Temporary", staged):
        report = fix()
    assert report.exit_code == 130
    assert ("old_g1" in text("a.py"), "old_g1" in text("b.py")) == (True, True)
    assert report.fixed == ()
    assert leftovers() == []


def test_a_group_may_have_more_files_than_a_process_may_open(write: Write) -> None:
    import resource

    write({f"m{number}.py": "old_g1\n" for number in range(300)})
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, hard))
    try:
        report = fix()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert errors(report) == []
    assert all("new_g1" in text(f"m{number}.py") for number in range(300))


class TestLinks:
    def test_a_link_within_the_tree_is_written_through_not_replaced(self, write: Write) -> None:
        write({"real/a.py": "old\n"})
        Path("link.py").symlink_to("real/a.py")
        report = fix("link.py")
        assert report.errors == ()
        assert Path("link.py").is_symlink()
        assert "new" in text("real/a.py")

    def test_a_link_out_of_the_tree_is_not_written(
        self, write: Write, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        outside = tmp_path_factory.mktemp("outside") / "a.py"
        outside.write_text(f"# {fakes.WORD}\nold\n", encoding="utf-8")
        write({"b.py": "old\n"})
        Path("link.py").symlink_to(outside)
        report = fix("link.py", "b.py")
        assert errors(report) == [("link.py", "write")]
        assert "old" in outside.read_text(encoding="utf-8")
        assert "new" in text("b.py")

    def test_nor_is_a_file_behind_a_linked_folder(self, write: Write, tmp_path_factory: pytest.TempPathFactory) -> None:
        """Who wrote the tree made `src` a link; the command names a file in it."""
        outside = tmp_path_factory.mktemp("outside")
        (outside / "a.py").write_text(f"# {fakes.WORD}\nold\n", encoding="utf-8")
        write({"b.py": "old\n"})
        Path("src").symlink_to(outside)
        report = fix("src/a.py", "b.py")
        assert errors(report) == [("src/a.py", "write")]
        assert "old" in (outside / "a.py").read_text(encoding="utf-8")
        assert "new" in text("b.py")

    def test_a_path_out_of_the_working_directory_is_written_where_it_was_named(
        self, write: Write, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write({"real/src/a.py": "old\n", "elsewhere/b.py": "old\n", "cwd/empty.txt": ""})
        Path("way").symlink_to("real")
        Path("real/src/out.py").symlink_to("../../elsewhere/b.py")
        monkeypatch.chdir("cwd")
        report = fix("../way/src", "../way/src/out.py")
        assert errors(report) == [("../way/src/out.py", "write")]
        assert "new" in text("../real/src/a.py")
        assert "old" in text("../elsewhere/b.py")

    def test_of_a_file_with_two_names_the_other_one_keeps_the_old_content(
        self, write: Write, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """What lies outside of the tree is not written through a hard link either."""
        other = tmp_path_factory.mktemp("outside") / "other.py"
        write({"a.py": "old\n"})
        os.link("a.py", other)
        report = fix()
        assert report.errors == ()
        assert "new" in text("a.py")
        assert "old" in other.read_text(encoding="utf-8")

    def test_a_folder_that_becomes_a_link_is_not_followed(
        self, write: Write, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Between the two files of a group; the file behind the link has the very content that was analysed."""
        outside = tmp_path_factory.mktemp("outside") / "copy"
        write({"a.py": "old_g1\n", "src/b.py": "old_g1\n"})
        shutil.copytree("src", outside)

        def swap() -> None:
            Path("src").rename("moved")
            Path("src").symlink_to(outside)

        with after_replacing("a.py", swap):
            report = fix()
        assert errors(report) == [("src/b.py", "changed")]
        assert "old_g1" in (outside / "b.py").read_text(encoding="utf-8")
        assert "old_g1" in text("moved/b.py")
        assert "old_g1" in text("a.py")
        assert list(outside.iterdir()) == [outside / "b.py"]
