"""Draws the pictures of the README from real output: the text report as SVG, the HTML page as a browser shows it.

`python -m tests.pictures` writes docs/pictures/; the HTML page needs Chromium or Chrome.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from tests.door import run

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
TEXT_REPORT, HTML_PAGE = FOLDER / "text-report.svg", FOLDER / "html-page.png"
SHOWN = ("check", "fixtures/callback", "fixtures/config")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

_CELL, _LINE, _MARGIN = 8.4, 19, 16
_PLAIN, _GROUND = "#d4d4d4", "#1e1e1e"
_COLORS = {
    "2": "#8b949e",
    "31": "#ff7b72",
    "32": "#7ee787",
    "33": "#e3b341",
    "35": "#d2a8ff",
    "36": "#79c0ff",
}
_RUN = re.compile(r"(?:\x1b\[(\d+)m)?([^\x1b]+)(?:\x1b\[0m)?")


def text_report() -> str:
    """A terminal with a check of a part of the estate."""
    with estate():
        shown = run(*SHOWN, "--color", "always").text
    lines = [f"\x1b[1m$ migrate-ext {' '.join(SHOWN)}\x1b[0m", *shown.rstrip("\n").split("\n")]
    width = max(len(_RUN.sub(r"\2", line)) for line in lines) * _CELL + 2 * _MARGIN
    height = len(lines) * _LINE + 2 * _MARGIN
    rows = [_row(line, _MARGIN + (number + 0.75) * _LINE) for number, line in enumerate(lines)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img">',
            "<title>The text report in a terminal</title>",
            f'<rect width="100%" height="100%" rx="8" fill="{_GROUND}"/>',
            f'<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" fill="{_PLAIN}">',
            *rows,
            "</g>",
            "</svg>\n",
        ]
    )


def _row(line: str, y: float) -> str:
    """A line of text, each run of one colour at its own column, so that carets stand below their word in any font."""
    parts, column = [], 0
    for code, text in _RUN.findall(line):
        blanks = len(text) - len(text.lstrip())
        if word := text.strip():
            style = {"": "", "1": ' font-weight="bold"'}.get(code) or (
                f' fill="{_COLORS[code]}"' if code in _COLORS else ""
            )
            x, length = _MARGIN + (column + blanks) * _CELL, len(word) * _CELL
            parts.append(
                f'<text x="{x:.1f}" y="{y:.2f}" textLength="{length:.1f}"{style}>{escape(_solid(word))}</text>'
            )
        column += len(text)
    return "".join(parts)


def _solid(text: str) -> str:
    """The text with blanks that SVG does not join."""
    return text.replace("  ", "\u00a0\u00a0")


def html_page(browser: str) -> bytes:
    """A screenshot of the page on the whole estate."""
    with estate() as folder:
        run("check", "fixtures", "--format", "html", "--output", "page.html")
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",  # root, as which containers run, may not use it; the page is our own
                "--hide-scrollbars",
                "--window-size=1100,860",
                f"--screenshot={folder / 'page.png'}",
                (folder / "page.html").as_uri(),
            ],
            check=True,
            capture_output=True,
        )
        return (folder / "page.png").read_bytes()


@contextlib.contextmanager
def estate() -> Iterator[Path]:
    """A scratch folder with `fixtures/` that is the working directory."""
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        shutil.copytree(ROOT / "fixtures", "fixtures")
        yield Path(scratch)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    TEXT_REPORT.write_text(text_report(), encoding="utf-8")
    if found := next(filter(None, map(shutil.which, BROWSERS)), None):
        HTML_PAGE.write_bytes(html_page(found))
    else:
        sys.exit(f"{HTML_PAGE.name} stays as it is: no {', '.join(BROWSERS)} is installed")
