"""Positions of a client and offsets, judged by the codecs of Python."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="the extra `lsp` brings it")

from lsprotocol import types

from migrate_ext.core.source import Source
from migrate_ext.editor import positions
from tests.properties.sandbox import QUICK

WIDTHS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
TEXTS = st.text(st.sampled_from('aé€😀\n\r\x0c\u2028\t"'), max_size=30)


def source(text: str) -> Source:
    return Source("a.py", text, "utf-8")


@QUICK
@given(TEXTS, st.sampled_from(sorted(WIDTHS)), st.data())
def test_a_column_counts_code_units_of_the_line_before_it(text: str, encoding: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    if text[at - 1 : at + 1] == "\r\n":
        return  # no place for a cursor
    codec, width = WIDTHS[encoding]
    line = before.rpartition("\n")[2]
    expected = types.Position(before.count("\n"), len(line.encode(codec)) // width)
    assert positions.position(source(text), at, encoding) == expected
    if text[at : at + 1] != "\n" or text[at - 1 : at] != "\r":
        assert positions.offset(source(text), expected, encoding) == at


@pytest.mark.parametrize(
    ("line", "character", "expected"),
    [(0, 99, 2), (1, 99, 4), (9, 0, 4), (0, 1, 1)],
    ids=["past the line", "past the last line's end", "past the last line", "inside a pair of surrogates"],
)
def test_a_position_that_is_none_is_the_next_one_that_is(line: int, character: int, expected: int) -> None:
    assert positions.offset(source("😀b\nc"), types.Position(line, character), "utf-16") == expected


@QUICK
@given(TEXTS, TEXTS, st.data())
def test_a_change_puts_the_new_text_in_the_place_of_its_range(text: str, new: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    if any(text[at - 1 : at + 1] == "\r\n" for at in (start, end)):
        return
    place = types.Range(*(positions.position(source(text), at, "utf-16") for at in (start, end)))
    change = types.TextDocumentContentChangePartial(place, new)
    assert positions.changed(text, [change], "utf-16") == text[:start] + new + text[end:]


def test_changes_come_one_after_the_other() -> None:
    place = types.Range(types.Position(0, 1), types.Position(0, 2))
    whole, part = types.TextDocumentContentChangeWholeDocument("abc"), types.TextDocumentContentChangePartial(place, "")
    assert positions.changed("x", (whole, part), "utf-16") == "ac"
