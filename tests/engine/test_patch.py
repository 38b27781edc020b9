"""`--diff`: what `git apply` makes of the patch is what `fix` writes."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrate_ext.core.edits import apply_edits
from migrate_ext.core.finding import Change
from migrate_ext.core.model import Edit
from migrate_ext.core.source import Source
from migrate_ext.engine import runner
from migrate_ext.engine.options import Options
from migrate_ext.engine.patch import patch
from tests.engine import fakes

if TYPE_CHECKING:
    from tests.engine.conftest import Write

LINES = st.lists(st.sampled_from(["", "a", "bb é", "\tc", "d 漢", "x" * 50]), min_size=1, max_size=40)


def change(path: str, text: str, edits: list[Edit], encoding: str = "utf-8") -> Change:
    source = Source(path, text, encoding, b"\xff\xfe" if encoding == "utf-16-le" else b"")
    return Change(path, source, apply_edits(text, edits), tuple(edits))


@st.composite
def changes(draw: st.DrawFn) -> Change:
    text = draw(st.sampled_from(["\n", "\r\n", "\r"])).join(draw(LINES)) + draw(st.sampled_from(["", "\n"]))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    edits = [
        Edit(start, end, draw(st.sampled_from(["", "new", "new\n", "\n", "two\nlines\n", "é"])))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return change("some/file.txt", text, edits, draw(st.sampled_from(["utf-8", "utf-16-le"])))


@settings(max_examples=60, deadline=None)
@given(changes())
def test_git_applies_what_the_edits_say(tmp_path_factory: pytest.TempPathFactory, made: Change) -> None:
    root = tmp_path_factory.mktemp("tree")
    old = made.source.encode(made.source.text)
    if made.new == old:
        return
    (root / "some").mkdir()
    (root / made.path).write_bytes(old)
    result = subprocess.run(["git", "apply", "-"], cwd=root, input=patch([made]), capture_output=True, check=False)
    assert result.returncode == 0, (result.stderr, patch([made]))
    assert (root / made.path).read_bytes() == made.new


@pytest.mark.parametrize(
    "name", ["a b.py", 'q"uote.py', "tab\t.py", "é.py", "back\\slash.py", "new\nline.py", "-dash.py"]
)
def test_any_file_name(write: Write, name: str) -> None:
    write({name: "old\n"})
    report = runner.fix(Options(paths=(f"./{name}",)), write=False, extract=fakes.extract, solve=fakes.solve)
    assert "old" in Path(name).read_text(encoding="utf-8")
    subprocess.run(["git", "apply", "-"], input=patch(report.changes), check=True)
    assert "new" in Path(name).read_text(encoding="utf-8")


def test_below_the_repository_paths_are_those_of_the_repository(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git ignores silently what does not begin with the folder that it runs in."""
    write({"sub/a.py": "old\n"})
    subprocess.run(["git", "init", "--quiet"], check=True)
    monkeypatch.chdir("sub")
    report = runner.fix(Options(), write=False, extract=fakes.extract, solve=fakes.solve)
    subprocess.run(["git", "apply", "-"], input=patch(report.changes), check=True)
    assert "new" in Path("a.py").read_text(encoding="utf-8")


def test_nothing_changed_is_no_patch() -> None:
    assert patch([]) == b""
