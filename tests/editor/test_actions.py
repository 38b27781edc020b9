"""What is offered, and that its edits are those of `fix`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pygls", reason="the extra `lsp` brings it")

from lsprotocol import types

from migrate_ext.editor import actions
from migrate_ext.editor.documents import Changes, Document, TextDocument
from migrate_ext.editor.positions import changed
from migrate_ext.editor.shown import shown
from migrate_ext.editor.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrate_ext.editor.workspace import Look

ROOT = Path(__file__).parents[2]


class Buffers:
    """Open texts, and a workspace that looks at them."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.workspace = Workspace([str(Path.cwd())])

    def open(self, path: str, text: str | None = None) -> None:
        raw = Path(path).read_bytes().decode() if text is None else text
        self.documents[path] = TextDocument(Path(path).absolute().as_uri(), path, raw, 1, "utf-16")

    def text(self, path: str) -> str:
        return self.documents[path].text

    def look(self, path: str) -> Look:
        return self.workspace.look(self.documents)[path]

    def offers(self, path: str) -> list[actions.Offer]:
        look = self.look(path)
        return actions.offers(look, path, shown(look, self.documents[path]))

    def choose(self, path: str, title: str) -> list[Changes]:
        """The edits of the first offer with such a title."""
        offer = next((offer for offer in self.offers(path) if offer.title.startswith(title)), None)
        if offer is None:
            return []
        return actions.edit(self.look(path), self.documents, path, offer, "utf-16")

    def apply(self, made: Sequence[Changes]) -> None:
        """As a client does: from the last edit to the first, in open texts; a closed file is opened for it."""
        for uri, _, edits in made:
            path = Path(uri.removeprefix("file://")).relative_to(Path.cwd()).as_posix()
            if path not in self.documents:
                self.open(path)
            changes = [types.TextDocumentContentChangePartial(edit.range, edit.new_text) for edit in reversed(edits)]
            self.open(path, changed(self.text(path), changes, "utf-16"))


@pytest.fixture
def buffers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Buffers:
    """A copy of the fixtures that is the working directory, with nothing open."""
    shutil.copytree(ROOT / "fixtures", tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    return Buffers()


def expected(*trees: str) -> dict[str, str]:
    """The fixtures with the expected results laid over them."""
    files: dict[str, str] = {}
    for folder in (ROOT / "fixtures", *(ROOT / "fixtures-expected" / tree for tree in trees)):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                files[path.relative_to(folder).as_posix()] = path.read_bytes().decode()
    return files


@pytest.mark.parametrize("level", ["safe", "unsafe"])
def test_all_of_each_file_is_what_fix_makes_of_the_estate(buffers: Buffers, level: str) -> None:
    trees = ("safe",) if level == "safe" else ("safe", "unsafe")
    if level == "unsafe":
        Path("migrate-ext.toml").write_text("unsafe-fixes = true\n", encoding="utf-8")
    wanted = expected(*trees)
    for path in wanted:
        if Path(path).suffix in (".py", ".json", ".postman_collection"):
            buffers.open(path)
    for path in list(buffers.documents):
        buffers.apply(buffers.choose(path, "Fix all that is"))
    assert {path: buffers.text(path) for path in buffers.documents} == {
        path: wanted[path] for path in buffers.documents
    }


def test_a_save_is_offered_only_what_lies_inside(buffers: Buffers) -> None:
    buffers.open("rest/test_hooks.py")
    buffers.open("sdk/attach_ticketing.py")
    inside = {path: [one for one in buffers.offers(path) if one.kind == actions.FIX_ALL] for path in buffers.documents}
    assert inside["rest/test_hooks.py"] == []
    assert [one.title for one in inside["sdk/attach_ticketing.py"]] == [
        "Fix all that is safe inside this file (7 places)"
    ]


def test_an_unsafe_fix_is_offered_as_such_and_no_part_of_all(buffers: Buffers) -> None:
    buffers.open("functions/function_app.py")
    titles = [offer.title for offer in buffers.offers("functions/function_app.py")]
    assert any(title.endswith("; unsafe, see the explanation") for title in titles)
    assert not [title for title in titles if title.startswith("Fix all")]
    assert not [offer for offer in buffers.offers("functions/function_app.py") if offer.preferred]


def test_what_is_to_be_done_by_hand_is_offered_no_fix(buffers: Buffers) -> None:
    text = 'def stage(request):\n    return request["customExtensionHandlerInstances"][0]["stage"]\n'
    buffers.open("stage.py", text)
    offered = [offer.title for offer in buffers.offers("stage.py") if offer.code == "CEX103"]
    assert offered == ["Ignore CEX103 here"]


class TestIgnore:
    """Each text has one finding, which the comment hides and nothing else changes."""

    USE = 'request["customExtensionHandlerInstances"]'

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (f"x = {USE}\n", f"x = {USE}  # migrate-ext: ignore[CEX102]\n"),
            (f"x = {USE}", f"x = {USE}  # migrate-ext: ignore[CEX102]"),
            (f"x = {USE}\r\ny = 1\r\n", f"x = {USE}  # migrate-ext: ignore[CEX102]\r\ny = 1\r\n"),
            (f"x = [\n    {USE},\n]\ny = 1\n", f"x = [\n    {USE},\n]  # migrate-ext: ignore[CEX102]\ny = 1\n"),
            (f"for x in {USE}:\n    pass\n", f"for x in {USE}:  # migrate-ext: ignore[CEX102]\n    pass\n"),
            (f"x = 1 + \\\n  {USE}\n", f"x = 1 + \\\n  {USE}  # migrate-ext: ignore[CEX102]\n"),
            (f"x = {USE}, '''\n#'''\n", f"x = {USE}, '''\n#'''  # migrate-ext: ignore[CEX102]\n"),
            (f"x = {USE}  # noqa: X1\n", f"x = {USE}  # noqa: X1  # migrate-ext: ignore[CEX102]\n"),
            (
                f"x = {USE}  # migrate-ext: ignore[CEX103] so\n",
                f"x = {USE}  # migrate-ext: ignore[CEX103, CEX102] so\n",
            ),
        ],
    )
    def test_in_python_it_ends_the_statement(self, buffers: Buffers, before: str, after: str) -> None:
        buffers.open("a.py", before)
        buffers.apply(buffers.choose("a.py", "Ignore CEX102 here"))
        assert buffers.text("a.py") == after
        assert [one.finding.code for one in buffers.look("a.py").found["a.py"] if one.finding.code == "CEX102"] == []

    @pytest.mark.parametrize(
        ("name", "mark"), [("a.yaml", "#"), ("a.jsonc", "//"), ("a.json5", "//"), ("a.code-workspace", "//")]
    )
    def test_in_a_document_it_ends_the_line(self, buffers: Buffers, name: str, mark: str) -> None:
        before = '{"customExtensionHandlerInstances": [\n  {"customExtensionId": "e1"}\n]}\n'
        buffers.open(name, before)
        buffers.apply(buffers.choose(name, "Ignore CEX102 here"))
        assert buffers.text(name) == before.replace("[\n", f"[  {mark} migrate-ext: ignore[CEX102]\n")
        assert buffers.look(name).found[name] == ()

    def test_in_a_notebook_it_stands_in_the_cell(self, buffers: Buffers) -> None:
        lines = ["%time\n", f"x = {self.USE}\n", "y = 1"]
        cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": lines}]
        buffers.open("a.ipynb", json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
        buffers.apply(buffers.choose("a.ipynb", "Ignore CEX102 here"))
        lines[1] = f"x = {self.USE}  # migrate-ext: ignore[CEX102]\n"
        assert json.loads(buffers.text("a.ipynb"))["cells"][0]["source"] == lines
        assert buffers.look("a.ipynb").found["a.ipynb"] == ()

    def test_strict_json_has_no_comments(self, buffers: Buffers) -> None:
        buffers.open("a.json", '{"customExtensionHandlerInstances": [{"customExtensionId": "e1"}]}\n')
        assert not [offer for offer in buffers.offers("a.json") if offer.title.startswith("Ignore")]

    def test_where_a_comment_would_be_text_it_is_refused(self, buffers: Buffers) -> None:
        buffers.open("a.yaml", 'body: |\n  {"customExtensionHandlerInstances": [{"customExtensionId": "e1"}]}\n')
        with pytest.raises(actions.OutdatedError, match="cannot stand here"):
            buffers.choose("a.yaml", "Ignore")
