"""What the caller asks for: the command line's options before any configuration is read."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Buffer(NamedTuple):
    """A text that stands in for a file, as standard input does."""

    path: str
    content: bytes | str
    """Bytes are decoded as the file's language says; a text is taken as it is."""
    kind: str | None = None


Progress: TypeAlias = "Callable[[int, int, int, str], None]"
"""Is told the files done, how many there are, the deprecated names found, and the file that is looked at."""


class Options(NamedTuple):
    """Options of `check` and `fix`; None means that the configuration or the default decides."""

    paths: tuple[str, ...] = (".",)
    buffer: Buffer | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    gitignore: bool = True
    target: str | None = None
    mentions: bool = False
    baseline: str | None = None
    config: str | None = None
    isolated: bool = False
    jobs: int | None = None
    unsafe: bool | None = None
    progress: Progress | None = None
    todo: bool = False
    """Comment what `fix` leaves to be done by hand in Python."""
    texts: Mapping[str, str] = MappingProxyType({})
    """What an editor holds of the files under the given paths, by path: it counts in the place of the file."""


class UsageError(Exception):
    """A bad option or configuration; the message is one line that names file, place and remedy."""
