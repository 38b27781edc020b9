"""Files in one piece, and the temporary files that killed runs leave behind."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest

from migrate_ext.engine import files, runner
from migrate_ext.engine.options import Options
from tests.engine import fakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.engine.conftest import Write

LEFTOVER = f"{files.TEMPORARY}0123456789ab"


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@contextlib.contextmanager
def full_after(size: int) -> Iterator[None]:
    """The system itself takes no more bytes of a file than this: a part of what is written, then none."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class TestReports:
    def test_a_new_file_has_the_mode_that_the_user_s_mask_gives(self) -> None:
        before = os.umask(0o027)
        try:
            files.write_file("report.json", b"new")
        finally:
            os.umask(before)
        assert stat.S_IMODE(Path("report.json").stat().st_mode) == 0o640

    def test_the_old_file_stays_until_the_new_one_is_complete(self) -> None:
        Path("report.json").write_bytes(b"old")
        with (
            mock.patch.object(os, "write", side_effect=OSError(errno.ENOSPC, "No space left on device")),
            pytest.raises(OSError, match="No space left"),
        ):
            files.write_file("report.json", b"new")
        assert {path.name: path.read_bytes() for path in Path().iterdir()} == {"report.json": b"old"}

    def test_a_write_that_takes_a_part_only_is_continued(self) -> None:
        real = os.write
        with mock.patch.object(os, "write", lambda handle, rest: real(handle, rest[:3])):
            files.write_file("report.json", b"0123456789")
        assert Path("report.json").read_bytes() == b"0123456789"

    def test_what_the_disk_complains_of_when_it_is_closed_is_heard(self) -> None:
        Path("report.json").write_bytes(b"old")
        real = os.close

        def close(handle: int) -> None:
            real(handle)
            raise OSError(errno.EDQUOT, "Disk quota exceeded")

        with mock.patch.object(os, "close", close), pytest.raises(OSError, match="quota"):
            files.write_file("report.json", b"new")
        assert {path.name: path.read_bytes() for path in Path().iterdir()} == {"report.json": b"old"}

    def test_a_link_in_the_working_directory_does_not_lead_out_of_it(
        self, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Who wrote the tree does not choose what a report overwrites."""
        outside = tmp_path_factory.mktemp("outside") / "precious"
        outside.write_bytes(b"precious")
        Path("report.json").symlink_to(outside)
        Path("folder").symlink_to(outside.parent)
        for path in ("report.json", "folder/report.json"):
            with pytest.raises(OSError, match="symbolic link leads out of the working directory"):
                files.write_file(path, b"new")
        assert outside.read_bytes() == b"precious"
        assert list(outside.parent.iterdir()) == [outside]

    def test_a_link_within_it_is_followed_and_stays(self) -> None:
        Path("real").mkdir()
        Path("link").symlink_to("real/report.json")
        files.write_file("link", b"new")
        assert Path("link").is_symlink()
        assert Path("real/report.json").read_bytes() == b"new"

    def test_what_is_added_to_a_file_is_added_whole_or_not_at_all(self) -> None:
        """The summary of a step on GitHub, to which others have written."""
        Path("summary.md").write_bytes(b"theirs\n")
        files.append_file("summary.md", b"ours\n")
        with full_after(1000), pytest.raises(OSError, match="File too large"):
            files.append_file("summary.md", b"x" * 2000)
        assert Path("summary.md").read_bytes() == b"theirs\nours\n"

    def test_a_file_that_gets_too_large_is_not_torn(self) -> None:
        Path("report.json").write_bytes(b"old")
        with full_after(1000), pytest.raises(OSError, match="File too large"):
            files.write_file("report.json", b"x" * 2000)
        assert {path.name: path.read_bytes() for path in Path().iterdir()} == {"report.json": b"old"}

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
    def test_a_full_device_is_an_error(self) -> None:
        with pytest.raises(OSError, match="No space left"):
            files.write_file("/dev/full", b"new")


class TestLeftovers:
    def test_the_next_fix_removes_them(self, write: Write) -> None:
        write({"sub/a.py": "old\n"})
        Path("sub", LEFTOVER).write_bytes(b"half")
        runner.fix(Options(), extract=fakes.extract, solve=fakes.solve)
        assert [path.name for path in Path("sub").iterdir()] == ["a.py"]

    def test_also_where_nothing_is_left_to_fix(self, write: Write) -> None:
        write({"sub/a.py": b"clean\n"})
        Path("sub", LEFTOVER).write_bytes(b"half")
        runner.fix(Options(), extract=fakes.extract, solve=fakes.solve)
        assert [path.name for path in Path("sub").iterdir()] == ["a.py"]

    def test_but_no_check_and_no_diff(self, write: Write) -> None:
        write({"a.py": "old\n"})
        Path(LEFTOVER).write_bytes(b"half")
        runner.check(Options(), extract=fakes.extract, solve=fakes.solve)
        runner.fix(Options(), write=False, extract=fakes.extract, solve=fakes.solve)
        assert Path(LEFTOVER).exists()

    def test_the_next_report_in_their_folder_removes_them(self) -> None:
        Path(LEFTOVER).write_bytes(b"half")
        files.write_file("report.json", b"new")
        assert [path.name for path in Path().iterdir()] == ["report.json"]

    @pytest.mark.parametrize("name", [".migrate-ext-cache", f"{LEFTOVER}0", f"x{LEFTOVER}", "migrate-ext.toml"])
    def test_what_is_named_otherwise_stays(self, name: str) -> None:
        Path(name).write_bytes(b"mine")
        assert files.sweep(["."], [os.getcwd()]) == 0
        assert Path(name).exists()

    def test_what_is_no_file_stays(self) -> None:
        Path(LEFTOVER).mkdir()
        Path("target").write_bytes(b"mine")
        Path(f"{files.TEMPORARY}{'1' * 12}").symlink_to("target")
        os.mkfifo(f"{files.TEMPORARY}{'2' * 12}")
        assert files.sweep(["."], [os.getcwd()]) == 0
        assert len(list(Path().iterdir())) == 4

    def test_what_lies_behind_a_link_out_of_the_tree_stays(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        outside = tmp_path_factory.mktemp("outside")
        (outside / "a.py").write_bytes(b"clean\n")
        (outside / LEFTOVER).write_bytes(b"theirs")
        Path("src").symlink_to(outside)
        runner.fix(Options(paths=("src/a.py",)), extract=fakes.extract, solve=fakes.solve)
        assert (outside / LEFTOVER).exists()

    def test_what_a_living_run_writes_stays(self) -> None:
        """Two runs side by side, as some hooks start them, do not take each other's files away."""
        held = """
import sys
from migrate_ext.engine.files import Temporary
Temporary("a.py", [b"new"])
print("ready", flush=True)
sys.stdin.read()
"""
        environment = {**os.environ, "PYTHONPATH": str(Path(files.__file__).parents[2])}
        command = [sys.executable, "-c", held]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            assert files.sweep(["."], [os.getcwd()]) == 0
            process.kill()
        assert files.sweep(["."], [os.getcwd()]) == 1
        assert list(Path().iterdir()) == []

    def test_one_that_is_swept_before_it_is_locked_is_made_again(self) -> None:
        real, made = os.open, []

        def create(path: str, *rest: int) -> int:
            handle = real(path, *rest)
            made.append(path)
            if len(made) == 1:
                os.unlink(path)
            return handle

        with mock.patch.object(os, "open", create):
            files.write_file("report.json", b"new")
        assert len(made) == 2
        assert Path("report.json").read_bytes() == b"new"
