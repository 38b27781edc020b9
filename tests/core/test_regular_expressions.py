"""Regular expressions must mean the same on every Python that the package runs on."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2] / "migrate_ext"


def test_no_group_is_possessive() -> None:
    """Before 3.11.5 Python matches possessive groups wrongly, and misses (python/cpython#106052)."""
    found = [
        f"{path.name}: {line.strip()}"
        for path in ROOT.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"r[b]?['\"].*\)(?:[*+?]|\{\d+,?\d*\})\+", line)
    ]
    assert not found
