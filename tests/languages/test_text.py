"""Mentions: files of other kinds, and prose, are listed to be read, never changed, and never a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.door import run

if TYPE_CHECKING:
    from pathlib import Path

WORD = "customExtensionHandlerInstances"
SENTENCE = f"# Requests\n\nThe {WORD} of a request have a stage.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def mentions(*arguments: str) -> list[dict[str, Any]]:
    outcome = run("check", "--isolated", "--mentions", "--format", "json", *arguments, ".")
    assert outcome.code == 0
    found: list[dict[str, Any]] = outcome.report["findings"]
    assert all((one["code"], one["severity"], one["fix"]) == ("CEX903", "note", None) for one in found)
    return found


@pytest.mark.parametrize("name", ["README.md", "main.tf", "Get.ps1", "main.bicep", "LICENSE", "a.toml", "a.cs", "b"])
def test_a_mention_has_its_file_its_line_and_the_sentence_to_read(here: Path, name: str) -> None:
    (here / name).write_text(SENTENCE, encoding="utf-8")
    (found,) = mentions()
    assert (found["path"], found["range"]["start"], found["symbol"]) == (name, {"line": 3, "column": 5}, WORD)
    assert found["excerpt"]["lines"] == [f"The {WORD} of a request have a stage."]
    assert found["language"] == "text"


def test_the_text_report_shows_the_sentence(here: Path) -> None:
    (here / "README.md").write_text(SENTENCE, encoding="utf-8")
    outcome = run("check", "--isolated", "--mentions", ".")
    assert outcome.code == 0
    assert f"3 | The {WORD} of a request have a stage." in outcome.text


def test_without_the_option_there_is_nothing(here: Path) -> None:
    (here / "README.md").write_text(SENTENCE, encoding="utf-8")
    outcome = run("check", "--isolated", "--format", "json", ".")
    assert (outcome.code, outcome.report["findings"]) == (0, [])


@pytest.mark.parametrize("option", [["fix"], ["fix", "--unsafe"], ["fix", "--mentions"]])
def test_nothing_is_rewritten(here: Path, option: list[str]) -> None:
    (here / "README.md").write_text(SENTENCE, encoding="utf-8")
    assert run(*option, "--isolated", ".").code == 0
    assert (here / "README.md").read_text(encoding="utf-8") == SENTENCE


def test_words_that_others_could_use_need_evidence(here: Path) -> None:
    (here / "one.md").write_text("The customExtensionHandlers of this plug-in.\n", encoding="utf-8")
    (here / "two.md").write_text("The customExtensionHandlers of an accessPackage.\n", encoding="utf-8")
    assert [found["path"] for found in mentions()] == ["two.md"]


def test_comments_and_strings_of_other_kinds_are_mentions_too(here: Path) -> None:
    (here / "a.py").write_text(f'"""About {WORD}."""\n', encoding="utf-8")
    (here / "b.jsonc").write_text(f"{{ // the {WORD} of old\n}}\n", encoding="utf-8")
    (here / "c.yaml").write_text(f"a: 1  # {WORD}\n", encoding="utf-8")
    (here / "d.json").write_text(f'{{"description": "The {WORD} of a request."}}\n', encoding="utf-8")
    (here / "e.http").write_text(f"### {WORD}\nGET https://example.com\n", encoding="utf-8")
    assert [found["path"] for found in mentions()] == ["a.py", "b.jsonc", "c.yaml", "d.json", "e.http"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
def test_text_in_any_encoding_is_read(here: Path, encoding: str) -> None:
    (here / "notes.txt").write_bytes(f"Für die {WORD} ist jemand zuständig.\n".encode(encoding))
    (found,) = mentions()
    assert found["range"]["start"] == {"line": 1, "column": 9}


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + WORD.encode(),
        b"MZ\x90\0\x03\xff" + WORD.encode(),
        b"x" * 9000 + b"\0" + WORD.encode(),
        b"\x80\x81\x02" + WORD.encode() + b"\xff",
    ],
    ids=["image", "program", "late zero", "no zero"],
)
@pytest.mark.parametrize("name", ["a.png", "a.txt", "a"])
def test_binary_files_are_told_by_their_content(here: Path, name: str, content: bytes) -> None:
    (here / name).write_bytes(content)
    assert mentions() == []
