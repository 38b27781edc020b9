"""Verdicts to findings: positions, words for people, excerpts and fingerprints."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from typing import TYPE_CHECKING

from migrate_ext.core.finding import WEAKENED, Excerpt, Finding, Fix, Position, Range, RangeEdit, Related
from migrate_ext.core.model import Applicability, Role
from migrate_ext.graph import catalogue
from migrate_ext.graph.catalogue import MESSAGES, REASONS, RULES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from migrate_ext.core.model import Edit, Facts, Site, Verdict
    from migrate_ext.core.source import Source

LONGEST_LINE = 2000
"""Longer lines are cut in an excerpt, or a minified document would be repeated with each of its findings."""

_AROUND = 400


def shown(path: str) -> str:
    """A path as text that any encoding can express: undecodable bytes escaped."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    return path


class Builder:
    """Turns the verdicts of one run into findings; lines are looked up and hashed once."""

    def __init__(self, sources: Mapping[str, Source], facts: Mapping[str, Facts], root: str | None) -> None:
        self._sources, self._facts, self._root = sources, facts, root
        self._lines: dict[tuple[str, int], str] = {}
        self._occurrences: dict[tuple[str, str, str], int] = defaultdict(int)

    def range(self, path: str, start: int, end: int) -> Range:
        """Offsets as lines and columns."""
        source = self._sources[path]
        return Range(Position(*source.position(start)), Position(*source.position(end)))

    def identity(self, verdict: Verdict) -> Identity:
        """What a finding is recognised by in another run; to be asked for once for each verdict, in order."""
        line = self._normalised(verdict.path, self._sources[verdict.path].position(verdict.site.start)[0])
        path = shown(self._anchored(verdict.path))
        key = (path, verdict.site.code, line)
        self._occurrences[key] += 1
        return Identity(path, verdict.site.code, line, self._occurrences[key])

    def _anchored(self, path: str) -> str:
        if self._root is None or self._root == ".":
            return path
        return os.path.relpath(path, self._root).replace(os.sep, "/")

    def _normalised(self, path: str, number: int) -> str:
        known = self._lines.get((path, number))
        if known is None:
            text = self._sources[path].line(number)
            known = " ".join(text[:LONGEST_LINE].split())
            if len(text) > LONGEST_LINE:
                known += " " + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            self._lines[path, number] = known
        return known

    def finding(self, verdict: Verdict, identity: Identity) -> Finding:
        """The finding of one verdict."""
        site, path = verdict.site, verdict.path
        rule = RULES[site.code]
        edits = verdict.edits if verdict.applicability is not Applicability.MANUAL else ()
        return Finding(
            code=site.code,
            name=rule.name,
            severity=rule.severity,
            message=_message(site, verdict.replacement),
            path=shown(path),
            language=self._facts[path].language,
            range=self.range(path, site.start, site.end),
            symbol=site.symbol,
            replacement=verdict.replacement,
            context=site.context,
            applicability=verdict.applicability.label,
            group=verdict.group.name if verdict.group is not None else None,
            fix=self._fix(path, site, verdict.replacement, edits) if edits else None,
            related=self._related(verdict),
            fingerprint=identity.fingerprint,
            help=self._help(verdict),
            url=rule.url,
            excerpt=self._excerpt(path, site, edits),
            cell=site.cell,
            removed=dict(site.removed) or None,
        )

    def _fix(self, path: str, site: Site, replacement: str | None, edits: Sequence[Edit]) -> Fix:
        if replacement is not None and site.code != catalogue.CREATE_BODY:
            title = f"Replace {site.symbol} by {replacement}"
        elif all(not edit.text for edit in edits):
            title = f"Remove {site.symbol}"
        else:
            title = RULES[site.code].title
        return Fix(title, tuple(RangeEdit(self.range(path, start, end), text) for start, end, text in sorted(edits)))

    def _related(self, verdict: Verdict) -> tuple[Related, ...]:
        places = [(path, site, "the value comes from here") for path, site in verdict.sources]
        if verdict.weakened_by is not None:
            path, site = verdict.weakened_by
            places.append((path, site, f"weakens this finding: {_why(site)}"))
        return tuple(
            Related(shown(path), self.range(path, site.start, site.end), message)
            for path, site, message in places
            if path in self._sources
        )

    def _help(self, verdict: Verdict) -> str:
        site = verdict.site
        parts = []
        if site.reason:
            parts.append(REASONS[site.reason])
        elif site.role is not Role.MEMBER or verdict.weakened_by is None:
            parts.append(RULES[site.code].todo)
        if verdict.weakened_by is not None:
            path, weak = verdict.weakened_by
            place = f"{weak.symbol} ({weak.code}) at {self._place(path, weak)}"
            parts.append(f"{WEAKENED}{place}, which is {_weakness(weak, verdict.applicability)}: {_why(weak)}")
        if verdict.needs is not None:
            parts.append(f"A member of its group lies outside the given paths: add {shown(verdict.needs)}.")
        return " ".join(parts)

    def _place(self, path: str, site: Site) -> str:
        if path not in self._sources:
            return shown(path)
        line, column = self._sources[path].position(site.start)
        return f"{shown(path)}:{line}:{column}"

    def _excerpt(self, path: str, site: Site, edits: Sequence[Edit]) -> Excerpt:
        source = self._sources[path]
        spans = [(site.start, site.end), *((edit.start, edit.end) for edit in edits)]
        first = source.position(min(start for start, _ in spans))[0]
        last = source.position(max(end for _, end in spans))[0]
        lines, columns, shortened = [], [], False
        for number in range(first, last + 1):
            begin, limit = source.line_span(number)
            cut = begin
            if limit - begin > LONGEST_LINE:
                shortened = True
                inside = [(start, end) for start, end in spans if start <= limit and end >= begin]
                cut = max(begin, min((start for start, _ in inside), default=begin) - _AROUND)
                furthest = max((end for _, end in inside), default=begin) + _AROUND
                limit = min(limit, furthest, cut + 2 * LONGEST_LINE)
            lines.append(source.text[cut:limit])
            columns.append(cut - begin + 1)
        return Excerpt(first, tuple(lines), tuple(columns) if shortened else ())


class Identity:
    """Path, code, the normalised text of the line, and the number of the occurrence among its likes."""

    __slots__ = ("code", "line", "occurrence", "path")

    def __init__(self, path: str, code: str, line: str, occurrence: int) -> None:
        self.path, self.code, self.line, self.occurrence = path, code, line, occurrence

    @property
    def fingerprint(self) -> str:
        """The same in every run that finds the same thing."""
        text = "\0".join((self.path, self.code, self.line, str(self.occurrence)))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _message(site: Site, replacement: str | None) -> str:
    if replacement is None and site.reason in MESSAGES:
        return MESSAGES[site.reason]
    message = RULES[site.code].message
    if replacement is None and (at := message.find("{new}")) >= 0:
        message = message[: max(message.rfind(";", 0, at), message.rfind(":", 0, at))]
    return message.format(old=site.symbol, new=replacement)


def _why(site: Site) -> str:
    return REASONS[site.reason] if site.reason else RULES[site.code].todo


def _weakness(weak: Site, mine: Applicability) -> str:
    if weak.role is Role.MEMBER:
        return mine.label
    return "to be changed by hand"
