"""The progress bar."""

from __future__ import annotations

import io

import pytest

from migrate_ext.reports.progress import Bar


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def shown(*states: tuple[float, tuple[int, int, int, str]]) -> str:
    """What a terminal gets of states at some seconds of a run."""
    stream, now = io.StringIO(), [0.0]
    bar = Bar(stream, lambda: now[0])
    for second, state in states:
        now[0] = second
        bar(*state)
    bar.close()
    return stream.getvalue()


def test_a_short_run_shows_none() -> None:
    assert shown((0.2, (1, 9, 0, "a.py")), (0.9, (9, 9, 3, "b.py"))) == ""


def test_a_long_run_shows_files_names_and_where_it_is() -> None:
    assert shown((1.1, (5, 9, 1, "src/a.py"))) == "\r5 of 9 files, 1 deprecated name: src/a.py\x1b[K\r\x1b[K"


def test_it_is_drawn_ten_times_a_second_at_most() -> None:
    assert shown(*((1 + n / 100, (n, 100, 0, "a.py")) for n in range(100))).count("\ra") == 0
    assert shown(*((1 + n / 100, (n, 100, 0, "a.py")) for n in range(100))).count("a.py") == 10


def test_it_keeps_to_one_line_and_prints_no_control_characters() -> None:
    text = shown((2, (1, 2, 0, "日本" * 40)), (3, (1, 2, 0, "a\x1b[31m\n.py")))
    assert "\x1b[31m" not in text
    assert "\n" not in text
    assert text.split("\r")[1] == "1 of 2 files, 0 deprecated names: " + "日本" * 6 + "\x1b[K", "59 columns of 60"
