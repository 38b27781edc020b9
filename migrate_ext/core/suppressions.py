"""Comments that hide findings: `migrate-ext: ignore[…]`, in whatever comment syntax the language has."""

from __future__ import annotations

import re

from migrate_ext.core.model import Edit, Suppression

MARKER = "migrate-ext:"
_WORDS = re.compile(r"migrate-ext:\s*(ignore-file|ignore)(?:\s*\[([^\]]{0,1000})\])?")
FILE_LINES = 10
"""`ignore-file` counts in so many lines at the top of a file."""


def suppression(text: str, start: int, end: int, covered: tuple[int, int], *, line: int) -> Suppression | None:
    """What the comment from `start` to `end` suppresses, or None where it is no suppression.

    `covered` is the span of text whose findings it hides; `line` is the comment's line (from 1).
    """
    found = _WORDS.search(text, start, end)
    if found is None:
        return None
    codes = tuple(code.strip().upper() for code in (found[2] or "").split(",") if code.strip())
    if found[1] == "ignore-file":
        if line > FILE_LINES:
            return None
        covered = (0, len(text) + 1)
    return Suppression(start, end, *covered, codes, (removal(text, start, end),))


def removal(text: str, start: int, end: int) -> Edit:
    """Removes a comment, the blanks before it, and its line if nothing is left on it."""
    first = start
    while first > 0 and text[first - 1] in " \t":
        first -= 1
    alone = first == 0 or text[first - 1] in "\r\n"
    last = end
    while last < len(text) and text[last] in " \t":
        last += 1
    if alone and (last == len(text) or text[last] in "\r\n"):
        if text.startswith("\r\n", last):
            return Edit(first, last + 2, "")
        return Edit(first, min(last + 1, len(text)), "")
    if alone:  # a block comment before something else on the line: keep the indentation
        return Edit(start, last, "")
    return Edit(first, end, "")
