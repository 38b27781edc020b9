"""The ways in which a value travels through a program: the pieces of `constructs.txt`."""

from __future__ import annotations

from pathlib import Path


def _pieces() -> dict[str, tuple[str, ...]]:
    """By the title of their section."""
    _, *sections = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split("\n== ")
    found = {}
    for section in sections:
        title, *pieces = section.rstrip("\n").split("\n\n")
        found[title.partition(":")[0]] = tuple(pieces)
    return found


_PIECES = _pieces()
MANY_TO_MANY = _PIECES["many to many"]
MANY_TO_MANY_ASYNC = _PIECES["many to many async"]
MANY_TO_ONE = _PIECES["many to one"]
ONE_TO_ONE = _PIECES["one to one"]
MANY_READ = _PIECES["many read"]
ONE_READ = _PIECES["one read"]
