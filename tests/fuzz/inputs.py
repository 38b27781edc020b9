"""What the fuzzer starts from: every file of the cases and fixtures, alone or among those it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests import laws

if TYPE_CHECKING:
    import random

_TESTS = Path(__file__).parents[1]
_LARGEST = 20_000
"""Longer files are left out: they would take the time of many small ones."""
_ALONE = 0.8


@dataclass(frozen=True)
class Seed:
    """A file, and the tree that it is a part of."""

    path: str
    content: bytes
    root: Path

    @property
    def suffix(self) -> str:
        """The end of its name, which says its kind."""
        return Path(self.path).suffix.lower()

    def tree(self, chance: random.Random) -> laws.Tree:
        """The file alone, or with those beside it."""
        if chance.random() < _ALONE:
            return {Path(self.path).name: self.content}
        files = laws.tree(self.root)
        return files if sum(map(len, files.values())) < _LARGEST else {self.path: self.content}

    def name_in(self, tree: laws.Tree) -> str:
        """Its own path in such a tree."""
        return self.path if self.path in tree else Path(self.path).name


def seeds() -> dict[str, list[Seed]]:
    """All seeds by the end of their names, each content once."""
    roots = sorted({path.parent / "before" for path in _TESTS.glob("cases/*/*/expect.json")})
    found: dict[str, dict[bytes, Seed]] = {}
    for root in (*roots, _TESTS.parent / "fixtures"):
        for path, content in laws.tree(root).items():
            seed = Seed(path, content, root)
            if 0 < len(content) < _LARGEST:
                found.setdefault(seed.suffix, {}).setdefault(content, seed)
    return {suffix: list(own.values()) for suffix, own in sorted(found.items())}
