"""The core types: what an extractor says about one file and what the solver decides about it.

All positions are offsets in Unicode code points into the decoded text of one file; an end is exclusive.
"""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

BETA, V1 = 0, 1
"""The two versions of the Graph API, as indices into a :data:`Choice`."""

VERSIONS = ("beta", "v1.0")

Choice = str | tuple[str, str]
"""A text, or the pair of texts for beta and v1.0 where the name depends on the version."""


def choose(choice: Choice, version: int) -> str:
    """The text of `choice` for one version of the API."""
    return choice if isinstance(choice, str) else choice[version]


class Applicability(enum.IntEnum):
    """How far a rewrite can be trusted; the order is that of trust, so the weakest of several is their `min`."""

    MANUAL = 0
    """The tool knows that it is deprecated and says what to do, but rewrites nothing."""
    UNSAFE = 1
    """A reasonable choice that drops information or changes a meaning."""
    SAFE = 2
    """After the rewrite the code is at least as right against the new API as it was against the old."""

    @property
    def label(self) -> str:
        """The word that reports use."""
        return self.name.lower()


class Edit(NamedTuple):
    """Replace the code points from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


class Draft(NamedTuple):
    """An edit whose text may still depend on the version of the API."""

    start: int
    end: int
    text: Choice


def settled(drafts: tuple[Draft, ...], version: int) -> tuple[Edit, ...]:
    """The edits that drafts are for one version of the API."""
    for draft in drafts:
        if not isinstance(draft.text, str):
            return tuple(Edit(start, end, choose(text, version)) for start, end, text in drafts)
    return cast("tuple[Edit, ...]", drafts)  # nearly all are settled already


class Role(enum.Enum):
    """What a site is to its group (migration.md, 3.2)."""

    MEMBER = "member"
    """Has an edit."""
    RESIDUAL = "residual"
    """Has no edit and stays reported; the rest of its group is unsafe."""
    BLOCKER = "blocker"
    """Has no edit, and nothing of its group is ever applied."""


class Site(NamedTuple):
    """One place where a deprecated name is used."""

    code: str
    start: int
    end: int
    symbol: str
    """The deprecated word, decoded."""
    replacement: Choice | None = None
    edits: tuple[Draft, ...] = ()
    level: Applicability = Applicability.SAFE
    """What the site would be if it stood alone in its group."""
    role: Role = Role.MEMBER
    reason: str = ""
    """Key of the explanation in the catalogue (`graph.catalogue.REASONS`) where `level` or `role` needs one."""
    context: str | None = None
    """The Graph type that owns the name."""
    collection: str | None = None
    """Graph's name of the collection that the site asks for, reads or holds."""
    query: bool = False
    """The site is a query that asks for `collection`."""
    version: int | None = None
    """The version of the API that the site itself shows (`BETA`, `V1`)."""
    removed: tuple[tuple[str, Any], ...] = ()
    """What the edits drop from the data: pairs of key and JSON value."""
    sources: tuple[int, ...] = ()
    """Indices of the sites of the same file from which the value comes."""
    cell: int | None = None
    """Number of the notebook cell, from 1."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that hides findings."""

    start: int
    end: int
    """Span of the comment itself."""
    first: int
    last: int
    """Span of text that it covers (inclusive start, exclusive end); findings that begin there are hidden."""
    codes: tuple[str, ...]
    """The codes it names; empty means all."""
    removal: tuple[Edit, ...]
    """The edits that remove the comment with what belongs to it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the rest of the run needs to know about one file; plain and picklable."""

    path: str
    language: str
    sites: tuple[Site, ...] = ()
    links: tuple[tuple[int, int], ...] = ()
    """Pairs of indices into `sites` that stand or fall together."""
    suppressions: tuple[Suppression, ...] = ()
    program: Any = None
    """For Python: what the solver interprets (`languages.python.ir.Program`)."""
    assumed: Facts | None = None
    """For a document without evidence: its facts where one that reads it knows that its names are Graph's."""
    error: str | None = None
    """Why the file could not be analysed although it was read."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user chose; an input of the solver, for a deselected member blocks its group."""

    target: int = BETA
    select: tuple[str, ...] = ()
    """Prefixes of codes; empty means all."""
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Pairs of a glob over paths and prefixes of codes."""
    sdk_modules: tuple[str, ...] = ()
    """The user's own packages that re-export the SDK's models."""
    projects: frozenset[str] = frozenset()
    """Folders that are projects of their own: documents are linked with readers only within one."""
    given: frozenset[str] | None = None
    """Paths that may be reported and edited; `None` means all."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A site of the run."""

    path: str
    index: int


class Group:
    """Sites of the run that stand or fall together."""

    def __init__(self, members: Sequence[tuple[str, Site]]) -> None:
        self._members = members

    @cached_property
    def name(self) -> str:
        """A name that stays the same from run to run."""
        parts = [f"{path}:{site.start}:{site.code}" for path, site in self._members]
        digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return f"{self._members[0][1].code.lower()}-{digest}"


@dataclass(slots=True)
class Verdict:
    """What the solver decided about one site; nothing may be changed until it has."""

    path: str
    site: Site
    applicability: Applicability = Applicability.MANUAL
    group: Group | None = None
    edits: tuple[Edit, ...] = ()
    replacement: str | None = None
    weakened_by: tuple[str, Site] | None = None
    """The member of the group (path, site) that makes this one weaker than it would be alone."""
    sources: tuple[tuple[str, Site], ...] = ()
    """Where the value comes from."""
    hidden: str | None = None
    """`comment` where a suppression hides it, `selection` where the options do, `path` where it lies outside."""
    needs: str | None = None
    """A path outside the given ones that holds a member of the group."""


@dataclass(slots=True)
class Solution:
    """All verdicts of a run, by file in the order of their positions."""

    verdicts: list[Verdict] = field(default_factory=list)
