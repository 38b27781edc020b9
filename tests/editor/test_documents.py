"""Notebooks as the client shows them and as the engine reads them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="the extra `lsp` brings it")

from lsprotocol import types

from migrate_ext.core.model import Edit
from migrate_ext.editor import positions
from migrate_ext.editor.documents import Cell, NotebookDocument, TextDocument
from tests.properties.sandbox import QUICK

SOURCE = '"source": "'
TEXTS = st.text(st.sampled_from('ab"\\\n\r\t\x01😀'), max_size=12)


def notebook(texts: list[str]) -> NotebookDocument:
    cells = [TextDocument(f"cell:{number}", "a.ipynb", text, number, "utf-16") for number, text in enumerate(texts)]
    return NotebookDocument("file:///a.ipynb", "a.ipynb", tuple(map(Cell, cells)))


@QUICK
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_its_text_is_a_notebook_with_these_cells(texts: list[str]) -> None:
    cells = json.loads(notebook(texts).text)["cells"]
    assert [cell["source"] for cell in cells] == texts


@QUICK
@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS, st.data())
def test_an_edit_of_the_file_is_an_edit_of_the_cell(texts: list[str], new: str, data: st.DataObject) -> None:
    """Judged by JSON: the same edit made in the file's text, and read again."""
    document = notebook(texts)
    number = data.draw(st.integers(0, len(texts) - 1))
    text = texts[number]
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    body = document.text.index(SOURCE) + len(SOURCE)
    for cell in document.cells[:number]:
        body = document.text.index(SOURCE, body + len(cell.body)) + len(SOURCE)
    first, last = (body + len(json.dumps(text[:at], ensure_ascii=False)) - 2 for at in (start, end))
    written = json.dumps(new, ensure_ascii=False)[1:-1]
    whole = json.loads(document.text[:first] + written + document.text[last:])
    ((uri, version, (edit,)),) = document.edits([Edit(first, last, written)])
    assert (uri, version) == (f"cell:{number}", number)
    change = types.TextDocumentContentChangePartial(edit.range, edit.new_text)
    inside = text[start - 1 : start + 1] == "\r\n" or text[end - 1 : end + 1] == "\r\n"
    if not inside:  # a client has no position between the two
        assert positions.changed(text, [change], "utf-16") == whole["cells"][number]["source"]
