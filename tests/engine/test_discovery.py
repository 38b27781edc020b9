"""Which files a run looks at."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from migrate_ext.engine.discovery import discover, exclusion
from migrate_ext.engine.options import UsageError
from tests.repository import git

Make = Callable[..., None]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes files in the working directory, with a content where one is given."""
    monkeypatch.chdir(tmp_path)

    def files(*names: str, **contents: str) -> None:
        for name in names:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(contents.get("text", ""), encoding="utf-8")

    return files


def found(*paths: str, gitignore: bool = True) -> list[str]:
    return list(discover(paths or (".",), gitignore=gitignore).files)


def test_all_files_below_a_folder_in_order(make: Make) -> None:
    make("b.py", "a.py", "sub/c.json", "sub/deep/d.txt")
    assert found() == ["a.py", "b.py", "sub/c.json", "sub/deep/d.txt"]
    assert found("sub") == ["sub/c.json", "sub/deep/d.txt"]


def test_a_file_given_twice_is_one(make: Make) -> None:
    make("sub/a.py")
    assert found("sub/a.py", "sub", "./sub/../sub/a.py") == ["sub/a.py"]


def test_paths_are_relative_to_the_working_directory(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    make("sub/a.py", "other/b.py")
    monkeypatch.chdir("sub")
    assert found("../other", os.path.abspath("a.py")) == ["../other/b.py", "a.py"]


@pytest.mark.parametrize("folder", ["node_modules", ".git", "lib/site-packages", "__pycache__", ".tox", "a/.venv"])
def test_foreign_folders_are_entered_only_when_named(make: Make, folder: str) -> None:
    make("a.py", f"{folder}/b.py")
    assert found() == ["a.py"]
    assert found(folder) == [f"{folder}/b.py"]


def test_virtual_environments_are_known_by_their_marker(make: Make) -> None:
    make("a.py", "mine/pyvenv.cfg", "mine/lib/b.py")
    assert found() == ["a.py"]
    assert found("mine") == ["mine/lib/b.py", "mine/pyvenv.cfg"]
    git("init", "--quiet")
    assert found() == ["a.py"]


def test_gitignore_without_git(make: Make) -> None:
    """The files at every level count, a deeper one over a higher one."""
    make(".gitignore", text="*.log\nbuild/\n/top.py\n")
    make("sub/.gitignore", text="!kept.log\n")
    make("a.log", "b.py", "build/c.py", "top.py", "sub/top.py", "sub/kept.log", "sub/other.log", "sub/build/d.py")
    assert found() == [".gitignore", "b.py", "sub/.gitignore", "sub/kept.log", "sub/top.py"]
    assert "a.log" in found(gitignore=False)
    assert "build/c.py" in found(gitignore=False)


def test_git_work_tree(make: Make) -> None:
    """Tracked files, ignored ones too once tracked, and untracked ones that are not ignored."""
    make(".gitignore", text="*.log\nbuild/\n")
    make("tracked.log", "a.py", "new.py", "new.log", "build/b.py", "gone.py")
    git("init", "--quiet")
    git("add", "--force", "tracked.log", "a.py", "gone.py")
    Path("gone.py").unlink()
    assert found() == [".gitignore", "a.py", "new.py", "tracked.log"]
    assert found("build") == ["build/b.py"], "a folder that is named is entered although ignored"
    assert found("new.log") == ["new.log"]
    assert "build/b.py" in found(gitignore=False)


def test_git_below_the_root(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    make("sub/a.py", "sub/deep/b.py", "c.py")
    git("init", "--quiet")
    monkeypatch.chdir("sub")
    assert found() == ["a.py", "deep/b.py"]
    assert found("..") == ["../c.py", "../sub/a.py", "../sub/deep/b.py"] or found("..") == ["../c.py", "a.py"]


def test_repository_within_a_repository(make: Make) -> None:
    make("a.py", "inner/b.py")
    git("init", "--quiet")
    git("init", "--quiet", "inner")
    assert found() == ["a.py", "inner/b.py"]


@pytest.mark.parametrize("inside", [(), ("sub/b.py",)], ids=["empty", "filled by hand"])
def test_a_submodule_that_is_not_checked_out_is_a_folder(make: Make, inside: tuple[str, ...]) -> None:
    make("a.py", *inside)
    Path("sub").mkdir(exist_ok=True)
    git("init", "--quiet")
    git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},sub")
    assert found() == ["a.py", *inside]


def test_git_names_with_any_characters(make: Make) -> None:
    make("new\nline.py", "tab\t.py", "ümläut.py")
    git("init", "--quiet")
    assert found() == sorted(["new\nline.py", "tab\t.py", "ümläut.py"])


def test_a_repository_runs_no_program_of_its_own(make: Make) -> None:
    make("a.py")
    git("init", "--quiet")
    Path("hook").write_text("#!/bin/sh\ntouch started\n", encoding="utf-8")
    Path("hook").chmod(0o755)
    git("config", "core.fsmonitor", str(Path("hook").resolve()))
    assert "a.py" in found()
    assert not Path("started").exists()


def test_links_are_not_followed(make: Make, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.py").write_text("", encoding="utf-8")
    make("a.py", "sub/b.py")
    Path("out").symlink_to(outside)
    Path("out.py").symlink_to(outside / "secret.py")
    Path("loop").symlink_to(".")
    assert found() == ["a.py", "sub/b.py"]
    git("init", "--quiet")
    assert found() == ["a.py", "sub/b.py"]
    assert discover(["out"]).missing


def test_excluded_globs(make: Make) -> None:
    make("a.py", "gen/b.py", "sub/gen/c.py", "sub/d.json")
    excluded = [exclusion(".", ["gen/"])]
    assert list(discover(["."], excluded=excluded).files) == ["a.py", "sub/d.json"]
    excluded = [exclusion("sub", ["/gen", "*.json"])]
    assert list(discover(["."], excluded=excluded).files) == ["a.py", "gen/b.py"]
    assert list(discover(["sub/d.json"], excluded=excluded).files) == ["sub/d.json"], "a named file is taken"
    git("init", "--quiet")
    assert list(discover(["."], excluded=excluded).files) == ["a.py", "gen/b.py"]


def test_what_is_not_there(make: Make) -> None:
    make("a.py")
    listing = discover(["a.py", "nope"])
    assert list(listing.files) == ["a.py"]
    assert listing.missing == [("nope", "no such file or directory")]


def test_pipes_and_sockets_are_passed_over(make: Make) -> None:
    make("a.py")
    os.mkfifo("pipe.py")
    assert found() == ["a.py"]


def test_a_gitignore_that_is_no_file_or_no_glob_is_passed_over(make: Make) -> None:
    """A pipe would block, and a pattern that means nothing ends no run."""
    make("a.py", "b.log", "sub/c.py", "sub/d.log")
    Path(".gitignore").write_bytes(b"!\n\\\n[z-a]\n\xff\n*.log\n! \n[a-\\]\n")
    os.mkfifo("sub/.gitignore")
    assert found() == [".gitignore", "a.py", "sub/c.py"]


def test_a_glob_that_is_none_is_an_error_of_the_user(make: Make) -> None:
    make("a.py")
    with pytest.raises(UsageError, match="no glob"):
        exclusion(".", ["!"])


def test_a_folder_that_cannot_be_read_is_told(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.py", "closed/b.py")
    scandir = os.scandir

    def deny(path: str) -> object:
        if path == "closed/":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", deny)
    listing = discover(["."])
    assert (list(listing.files), listing.missing) == (["a.py"], [("closed", "Permission denied")])


def test_a_folder_of_git_that_became_a_link_is_not_followed(
    make: Make, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "b.py").write_text("", encoding="utf-8")
    make("a.py", "sub/b.py")
    git("init", "--quiet")
    git("add", ".")
    shutil.rmtree("sub")
    Path("sub").symlink_to(outside)
    assert found() == ["a.py"]
