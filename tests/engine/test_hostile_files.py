"""Files that are none, that are too large, or that hold what no editor would write."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from migrate_ext.engine import prefilter
from tests.door import run

OLD, NEW = "customExtensionHandlerInstances", "customExtensionCalloutInstances"
READ = f'request["{OLD}"]'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def errors(*arguments: str) -> list[tuple[str, str]]:
    outcome = run("check", "--isolated", "--format", "json", *arguments)
    found = [(error["path"], error["message"]) for error in outcome.report["errors"]]
    assert outcome.code == (2 if found else int(bool(outcome.report["summary"]["findings"])))
    return found


@pytest.mark.parametrize("over_link", [False, True])
@pytest.mark.parametrize("kind", ["pipe", "socket", "device"])
def test_what_is_no_file_is_never_opened(
    kind: str,
    over_link: bool,  # noqa: FBT001 - a table's column
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if kind == "pipe":
        os.mkfifo("x.py")
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind("x.py")
    else:
        Path("x.py").symlink_to("/dev/null")
    if over_link:
        Path("link.py").symlink_to("x.py")
    opened: list[object] = []
    system_open = os.open

    def noting(path: str, *rest: int) -> int:
        opened.append(path)
        return system_open(path, *rest)

    monkeypatch.setattr(os, "open", noting)
    named = "link.py" if over_link else "x.py"
    assert errors(named) == [(named, "not a regular file: it was left out")]
    assert errors(".") == [], "below a folder they are nothing to speak of"
    assert not {"x.py", "link.py"} & {*map(str, opened)}


@pytest.mark.parametrize(
    ("name", "limit"), [("a.py", prefilter.MOST_BYTES_OF_PYTHON), ("a.json", prefilter.MOST_BYTES)]
)
def test_a_file_that_is_too_large_is_an_error_where_it_names_a_deprecated_word(name: str, limit: int) -> None:
    with open(name, "wb") as stream:
        stream.truncate(limit + 1)
    assert errors(".") == []
    with open(name, "r+b") as stream:
        stream.seek(limit // 2)
        stream.write(READ.encode())
    message = f"larger than {limit >> 20} MiB: it was left out"
    assert errors(".") == [(name, message)]
    assert errors(name) == [(name, message)]


def test_a_file_that_is_too_large_even_to_be_searched_is_an_error() -> None:
    with open("a.json", "wb") as stream:
        stream.truncate(1 << 40)
    assert errors(".") == [("a.json", "larger than 128 MiB: it was left out")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("pieces", [64, 65, 100])
def test_a_word_is_seen_where_two_pieces_of_a_large_file_meet(
    encoding: str, pieces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prefilter, "MOST_BYTES", 100)
    monkeypatch.setattr(prefilter, "_PIECE", pieces)
    monkeypatch.setattr(prefilter, "_OVERLAP", 4 * len(OLD))
    for shift in range(40):
        Path("a.json").write_bytes((" " * (60 + shift) + f'{{"{OLD}": []}}' + " " * 60).encode(encoding))
        assert errors(".") == [("a.json", "larger than 0 MiB: it was left out")]


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs the files of Linux")
def test_a_file_that_grows_while_it_is_read_has_the_same_limit() -> None:
    """Files of the kernel say that they are empty."""
    with pytest.raises(prefilter.TooLargeError):
        prefilter.read("/proc/self/maps", 10)


@pytest.mark.parametrize("text", ["\0", "\x0c", "\u2028", "\x1b[2J", "\x85", "\u202e", "\ufeff", "\x1c", "\x7f"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\n\r"])
def test_odd_characters_and_line_ends_stay_and_count_as_python_counts_them(text: str, end: str) -> None:
    r"""Only LF, CRLF and CR end a line; a form feed or U+2028 in a string does not."""
    old = f"# {text}{end}x = '{text}'{end}y = 1{end}{READ}{end}"
    Path("a.py").write_bytes(old.encode())
    report = run("check", "--isolated", "--format", "json", ".").report
    (finding,) = report["findings"]
    lines = old.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    row = lines.index(READ)
    assert (finding["range"]["start"]["line"], finding["excerpt"]["lines"]) == (row + 1, [READ])
    run("fix", "--isolated", ".")
    unreadable = text == "\0"  # Python reads no program with a zero byte in it
    assert finding["code"] == ("CEX901" if unreadable else "CEX102")
    assert Path("a.py").read_bytes() == (old if unreadable else old.replace(OLD, NEW)).encode()


def test_a_binary_file_is_told_by_its_content() -> None:
    word = OLD.encode()
    for name in ("a.txt", "a.bin", "a"):
        Path(name).write_bytes(b"\x7fELF\0\0" + word + b"\xff\0")
    Path("mention.txt").write_bytes(b"see " + word)
    report = run("check", "--isolated", "--mentions", "--format", "json", ".").report
    assert [finding["path"] for finding in report["findings"]] == ["mention.txt"]
    assert report["errors"] == []
