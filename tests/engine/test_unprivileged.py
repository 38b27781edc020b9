"""A user that may not write everything: each file that is out of reach is one line, and the others are fixed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import migrate_ext
from tests import faults, laws

if TYPE_CHECKING:
    from collections.abc import Iterator

PATHS = os.pathsep.join([str(Path(migrate_ext.__file__).parent.parent), str(Path(__file__).parents[2])])
OLD, NEW = faults.OLD[faults.ALONE], faults.NEW[faults.ALONE]

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="other permissions")


def as_user(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as this user, or as the folder's owner where this one is root."""
    command = [sys.executable, "-m", "tests.engine.unprivileged", *arguments]
    environment = {**os.environ, "PYTHONPATH": PATHS}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def tree() -> Iterator[Path]:
    """A folder of that user, out of pytest's own, which only its owner may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    try:
        if os.geteuid() == 0:
            import pwd

            try:
                nobody = pwd.getpwnam("nobody")
            except KeyError:
                pytest.skip("this is root, whom no permission stops, and there is no user nobody to become")
            os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        yield folder
    finally:
        for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
            path.chmod(0o755)
        shutil.rmtree(folder)


def put(tree: Path, name: str, mode: int, content: bytes = OLD) -> None:
    path = tree / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    path.chmod(mode)
    owner = tree.stat()
    os.chown(path, owner.st_uid, owner.st_gid)
    os.chown(path.parent, owner.st_uid, owner.st_gid)


def test_what_may_not_be_written_stays_and_the_rest_is_fixed(tree: Path) -> None:
    put(tree, "app.py", 0o644)
    put(tree, "read_only.py", 0o444)
    put(tree, "unreadable.py", 0o000)
    put(tree, "read_only_folder/app.py", 0o644)
    put(tree, "closed_folder/app.py", 0o644)
    (tree / "read_only_folder").chmod(0o555)
    (tree / "closed_folder").chmod(0o000)
    done = as_user("fix", "--format", "json", folder=tree)
    (tree / "closed_folder").chmod(0o755)
    (tree / "unreadable.py").chmod(0o644)
    errors = [(row["path"], row["kind"], row["message"]) for row in json.loads(done.stdout)["errors"]]
    assert errors == [
        ("closed_folder", "read", "Permission denied: check the path"),
        ("unreadable.py", "read", "Permission denied: it was left out"),
        ("read_only.py", "write", "no permission to write: left as it was"),
        ("read_only_folder/app.py", "write", "Permission denied: left as it was"),
    ]
    assert done.returncode == 2
    assert done.stderr == "".join(f"{path}: {message}\n" for path, _, message in errors)
    assert laws.tree(tree) == {
        "app.py": NEW,
        "read_only.py": OLD,
        "unreadable.py": OLD,
        "read_only_folder/app.py": OLD,
        "closed_folder/app.py": OLD,
    }


def test_a_tree_that_may_not_be_written_at_all_can_be_checked(tree: Path) -> None:
    put(tree, "src/app.py", 0o444)
    (tree / "src").chmod(0o555)
    tree.chmod(0o555)
    done = as_user("check", "--format", "json", folder=tree)
    assert (done.returncode, done.stderr) == (1, "")
    assert [row["path"] for row in json.loads(done.stdout)["findings"]] == ["src/app.py"]


@pytest.mark.parametrize("option", ["--output", "--write-baseline"])
def test_a_report_that_may_not_be_written_is_one_line(option: str, tree: Path) -> None:
    put(tree, "app.py", 0o644)
    put(tree, "report.json", 0o644, b"old")
    tree.chmod(0o555)
    done = as_user("check", option, "report.json", folder=tree)
    assert done.returncode == 2
    assert done.stderr.startswith("migrate-ext: report.json: Permission denied: choose another file for the ")
    assert done.stderr.count("\n") == 1
    assert laws.tree(tree) == {"app.py": OLD, "report.json": b"old"}
