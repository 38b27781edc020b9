"""Every encoding that Python reads a program in: found, fixed, and each other byte as it was."""

from __future__ import annotations

import codecs
import warnings
from encodings.aliases import aliases
from pathlib import Path

import pytest

from tests.door import run

OLD, NEW = "customExtensionHandlerInstances", "customExtensionCalloutInstances"
LETTERS = ("é", "ж", "日本", "ﾊ", "한", "€", "")
NAMES = sorted({*aliases.values(), "utf-8-sig", "cp1252", "latin-1", "raw_unicode_escape", "unicode_escape", "idna"})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def program(encoding: str, word: str) -> bytes | None:
    """A program in an encoding, with letters that it has; None where Python reads no program in it."""
    for letters in LETTERS:
        text = f'# coding: {encoding}\nx = "{letters}"\nrequest["{word}"]\n'
        try:
            raw = text.encode(encoding)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                names = compile(raw, "a.py", "exec").co_consts
            if letters in names and word in names:
                return raw
        except (LookupError, ValueError, SyntaxError, TypeError):
            continue
    return None


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("encoding", NAMES)
def test_a_program_is_fixed_in_its_encoding(encoding: str) -> None:
    old, new = program(encoding, OLD), program(encoding, NEW)
    if old is None or new is None:
        old = f'# coding: {encoding}\nrequest["{OLD}"]\n'.encode()
        Path("a.py").write_bytes(old)
        outcome = run("fix", "--isolated", "--format", "json", ".")
        assert [error["kind"] for error in outcome.report["errors"]] in ([], ["parse"])
        assert outcome.code in (0, 2)
        return
    Path("a.py").write_bytes(old)
    assert run("fix", "--isolated", ".").code == 0
    assert Path("a.py").read_bytes() == new


def test_most_encodings_of_python_are_tried_for_real() -> None:
    assert sum(program(encoding, OLD) is not None for encoding in NAMES) > 80


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("lines", "encoding"),
    [
        (("# coding: latin-1", "x = 'é'"), "latin-1"),
        (("#!/usr/bin/python", "# vim: set fileencoding=cp1251 :", "x = 'ж'"), "cp1251"),
        (("\ufeff# coding: utf-8", "x = 'é'"), "utf-8"),
        (("# one", "# two", "# coding: latin-1", "x = 'é'"), "utf-8"),
        (("x = 1", "# coding: latin-1", "x = 'é'"), "utf-8"),
    ],
)
def test_the_line_that_names_the_encoding_is_one_of_the_first_two(
    lines: tuple[str, ...], encoding: str, end: str
) -> None:
    old = end.join((*lines, f'request["{OLD}"]', "")).encode(encoding)
    Path("a.py").write_bytes(old)
    (finding,) = run("check", "--isolated", "--format", "json", ".").report["findings"]
    assert finding["excerpt"]["lines"] == [f'request["{OLD}"]']
    assert run("fix", "--isolated", ".").code == 0
    assert Path("a.py").read_bytes() == old.replace(OLD.encode(), NEW.encode())


@pytest.mark.parametrize(
    "raw",
    [
        b"# coding: ascii\n",
        b"# coding: utf-8\n",
        b"",
        codecs.BOM_UTF8,
    ],
)
def test_bytes_that_are_no_text_are_never_repaired(raw: bytes) -> None:
    raw += f'request["{OLD}"] = "'.encode() + b'\xe9\xff"\n'
    Path("a.py").write_bytes(raw)
    outcome = run("fix", "--isolated", "--format", "json", ".")
    assert (outcome.code, [error["kind"] for error in outcome.report["errors"]]) == (2, ["parse"])
    assert Path("a.py").read_bytes() == raw
