"""The engine's state between keystrokes: a run for each project that a client has a file of open.

A project is the nearest folder with a configuration or a repository above a file, or the client's own folder where that
is nearer: what is shown in it is what `migrate-ext check FOLDER` would report, were all open texts saved.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.core.report import RunError
from migrate_ext.core.source import DecodeError, Source, decode
from migrate_ext.engine import prefilter
from migrate_ext.engine.analysis import analyze, as_bytes, extract_with_registry, kind_of, settings
from migrate_ext.engine.collector import collection_paused
from migrate_ext.engine.files import within
from migrate_ext.engine.options import Buffer, Options, UsageError
from migrate_ext.engine.renewal import renewed
from migrate_ext.engine.runner import report_on
from migrate_ext.engine.workers import Job, extract_all
from migrate_ext.graph import catalogue
from migrate_ext.languages import PYTHON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from migrate_ext.core.finding import Finding
    from migrate_ext.core.model import Facts, Verdict
    from migrate_ext.editor.documents import Document
    from migrate_ext.engine.analysis import Analysis


class Found(NamedTuple):
    """A finding and the decision that it was made from."""

    finding: Finding
    verdict: Verdict


class Look(NamedTuple):
    """What is known of one project."""

    run: Analysis | None = None
    """None where the configuration cannot be read."""
    found: Mapping[str, tuple[Found, ...]] = {}
    """The findings of each open file."""
    broken: frozenset[str] = frozenset()
    """Open files that cannot be read as they are; the run holds the last text of each that could."""
    error: str | None = None
    """What is wrong with the configuration."""


Looks = dict[str, Look]
"""The look at the project of each open file, by the file's path."""


class Workspace:
    """The client's folders and their projects."""

    def __init__(self, folders: Iterable[str] = ()) -> None:
        self.folders = set(folders)
        """Absolute paths."""
        self._projects: dict[str, _Project] = {}

    def forget(self, path: str | None = None) -> None:
        """Take nothing for granted of the files on the disk any more: those of the projects around a path, or all."""
        for folder, project in self._projects.items():
            if path is None or within(path, folder):
                project.stale = True

    @collection_paused()
    def look(self, documents: Mapping[str, Document], pause: Callable[[], None] = lambda: None) -> Looks:
        """Look at all projects with the texts as they are in these open documents, by path.

        `pause` is called now and then; what it raises ends the look.
        """
        folders = {path: self._folder(os.path.abspath(path)) for path in documents}
        self._projects = {folder: self._projects.get(folder) or _Project(folder) for folder in set(folders.values())}
        looks: Looks = {}
        for folder, project in self._projects.items():
            own = [path for path in documents if folders[path] == folder]
            looks.update(dict.fromkeys(own, project.look(own, documents, pause)))
        return looks

    def _folder(self, path: str) -> str:
        """The folder of a file's project; the file itself where there is none."""
        try:
            root = settings(Options(paths=(), buffer=Buffer(path, "")))[1]
        except UsageError:
            root = None  # looking at the project says what is wrong
        around = [folder for folder in self.folders if within(path, folder)]
        if root is not None:
            around.append(os.path.abspath(root))
        return max(around, key=len, default=path)


class _Project:
    """One folder and what is kept of it in memory."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.stale = False
        """Files have changed on the disk."""
        self._run: Analysis | None = None
        self._texts: dict[str, str] = {}
        """The texts of open files that the run holds."""
        self._facts: dict[str, tuple[Job, Facts]] = {}
        self._look = Look()

    def look(self, own: list[str], documents: Mapping[str, Document], pause: Callable[[], None]) -> Look:
        """The findings with all these texts."""
        texts = {path: document.text for path, document in documents.items() if self._counts(path)}
        broken = {path: last for path, text in texts.items() if (last := self._last_readable(path, text)) is not None}
        texts |= broken
        # one job, for a fork of a process with threads may hang
        options = Options(paths=(self.folder,), texts=texts, jobs=1, progress=lambda *_: pause())
        before = self._run
        try:
            run = self._again(options) or self._anew(options)
            self._run, self._texts = run, texts
            if run is not before or self._look.found.keys() != set(own):
                self._look = Look(run, {path: _found(run, path) for path in own})
        except UsageError as error:
            self._run, self._look = None, Look(error=str(error))
        self._look = self._look._replace(broken=frozenset(broken))
        return self._look

    def _counts(self, path: str) -> bool:
        return within(os.path.abspath(path), self.folder) or os.path.lexists(path)

    def _last_readable(self, path: str, text: str) -> str | None:
        """The text that the run holds of a file where the new one cannot be read."""
        last, source = self._facts.get(path), self._run.sources.get(path) if self._run is not None else None
        if last is None or source is None or source.text == text or _is_broken(last[1]):
            return None
        outcome = self._outcome(Job(kind_of(path, as_bytes(text)), Source(path, text, "utf-8")))
        if isinstance(outcome, RunError) or _is_broken(outcome):
            self._facts[path] = last
            return source.text
        return None

    def _again(self, options: Options) -> Analysis | None:
        """The last run with the new texts, where that is enough."""
        run = self._run
        if run is None or self.stale or settings(options) != (run.config, run.root):
            return None
        changes: dict[str, tuple[str, str]] = {}
        for path in self._texts.keys() | options.texts.keys():
            source = run.sources.get(path)
            old = source.text if source is not None else _text_in(self._texts, path)
            new = _text_in(options.texts, path)
            if old is None or new is None:
                return None
            if old != new:
                changes[path] = old, new
        return renewed(replace(run, options=options), changes, extract=self._extract) if changes else run

    def _anew(self, options: Options) -> Analysis:
        self.stale = False
        try:
            run = analyze(options, extract=self._extract)
        except BaseException:
            self.stale = True
            raise
        self._facts = {path: held for path, held in self._facts.items() if path in run.facts}
        return run

    def _extract(self, kind: str, source: Source) -> Facts:
        """The facts of a file; those of a text that has not changed are kept."""
        job = Job(kind, source)
        known = self._facts.get(source.path)
        if known is None or known[0] != job:
            known = self._facts[source.path] = job, extract_with_registry(kind, source)
        return known[1]

    def _outcome(self, job: Job) -> Facts | RunError:
        (outcome,) = extract_all([job], self._extract, 1)
        return outcome


def _text_in(texts: Mapping[str, str], path: str) -> str | None:
    text = texts.get(path)
    return saved(path) if text is None else text


def saved(path: str) -> str | None:
    """The text of a file on the disk; None where it cannot be read."""
    try:
        raw = prefilter.read(path)
        return decode(path, raw, python=kind_of(path, raw) == PYTHON).text
    except (OSError, DecodeError):
        return None


def _is_broken(facts: Facts) -> bool:
    return facts.error is not None or any(site.code == catalogue.UNPARSABLE for site in facts.sites)


def _found(run: Analysis, path: str) -> tuple[Found, ...]:
    source = run.sources.get(path)
    if source is None:
        return ()
    verdicts = {
        (verdict.site.code, source.position(verdict.site.start), source.position(verdict.site.end)): verdict
        for verdict in run.verdicts
        if verdict.path == path
    }
    findings = report_on(run, {path}).findings
    return tuple(Found(one, verdicts[one.code, one.range.start, one.range.end]) for one in findings)
