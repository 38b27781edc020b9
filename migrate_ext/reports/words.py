"""Small things that reports for people share."""

from __future__ import annotations

import unicodedata

MARKS = {"safe": "safe", "unsafe": "unsafe", "manual": "by hand"}
"""How the three applicabilities are called where people read them in a sentence."""


def escape(text: str) -> str:
    """A text without anything that a terminal would obey: control characters become visible escapes."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or unicodedata.category(char) == "Zs" else _visible(char) for char in text
    )


def _visible(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


def cells(text: str) -> int:
    """How many columns of a terminal a printable text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in ("W", "F")) for char in text
    )


def plural(count: int, word: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def counted(counts: dict[str, int]) -> str:
    """`3 safe, 1 by hand`: what is not there is not said."""
    return ", ".join(f"{count} {MARKS.get(name, name)}" for name, count in counts.items() if count)
