"""Which bytes make a file a candidate."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate_ext.engine import prefilter
from migrate_ext.graph.names import candidate_words

if TYPE_CHECKING:
    from pathlib import Path

WORDS = candidate_words()


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_catalogue(word: str) -> None:
    assert prefilter.is_candidate(f"x = '{word}'".encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"import os\n",
        b"custom extension handlers",
        b"CUSTOM_EXTENSION = 1",
        b'{"customExtension": {"extensionId": 1}}',
        b"\xff\xfe\x00\xff binary",
    ],
)
def test_other_files_are_left_alone(content: bytes) -> None:
    assert not prefilter.is_candidate(content)


@pytest.mark.parametrize(
    "content",
    [
        b"x = 1  # migrate-ext: ignore",
        rb'"\u0063ustomExtensionHandlers"',
        rb'"custom\u0045xtensionHandlers"',
        b'"' + b"".join(b"\\u%04x" % ord(char) for char in "customExtensionHandlers") + b'"',
        rb"'custom\x45xtensionHandlers'",
        rb"'\143ustomExtensionHandlers'",
        rb'"{\"a\": \"\\u0063ustomExtensionHandlers\"}"',
        b"?$expand=%63ustom%45xtensionHandlers",
        b"?$expand=%2563ustomExtensionHandlers",
        b"('customExt' 'ensionHandlers')",
        b"('customExtension'\n    f\"Handlers\")",
        b"'cus' + 'tomExtensionHandlers'",
        b"'custom\\\n  ExtensionHandlers'",
        "customExtensionHandlers".encode("utf-16"),
        '{"customExtensionHandlers": []}'.encode("utf-16-le"),
        '{"customExtensionHandlers": []}'.encode("utf-32-be"),
    ],
)
def test_hidden_words_are_seen(content: bytes) -> None:
    assert prefilter.is_candidate(content)


@given(st.sampled_from(WORDS), st.data())
def test_a_word_split_once_is_seen(word: str, data: st.DataObject) -> None:
    """Wherever a literal is split, one of the anchors stays whole."""
    at = data.draw(st.integers(1, len(word) - 1))
    assert prefilter.is_candidate(f"('{word[:at]}'\n '{word[at:]}')".encode())


@given(st.sampled_from(WORDS), st.data())
def test_a_word_with_escapes_is_seen(word: str, data: st.DataObject) -> None:
    """Any characters of a word may be written as escapes, in any of the usual ways."""
    forms = ["\\u{:04x}", "\\u{:04X}", "\\x{:02x}", "%{:02X}", "\\\\u{:04x}"]
    form = data.draw(st.sampled_from(forms))
    escaped = data.draw(st.sets(st.integers(0, len(word) - 1)))
    text = "".join(form.format(ord(char)) if index in escaped else char for index, char in enumerate(word))
    assert prefilter.is_candidate(text.encode())


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"#!/usr/bin/env python3\n", True),
        (b"#!/usr/bin/python3.11 -u\n", True),
        (b"#! /usr/bin/env -S python -O\n", True),
        (b"#!/bin/sh\n# python\n", False),
        (b"#!/usr/bin/env pythonic\n", False),
        (b"python\n", False),
    ],
)
def test_shebang(head: bytes, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert prefilter.is_python_script(head) is expected


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A pipe would block for ever."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a regular file"):
        prefilter.read(str(tmp_path / "pipe"))


def test_a_large_file_is_read_whole(tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    (tmp_path / "large").write_bytes(content)
    assert prefilter.read(str(tmp_path / "large")) == content
