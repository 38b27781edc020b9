"""One look at a tree: which files are candidates, their facts, and what the solver makes of them."""

from __future__ import annotations

import os
import re
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from migrate_ext.core.report import RunError
from migrate_ext.engine import config as configuration
from migrate_ext.engine import prefilter
from migrate_ext.engine.discovery import Exclusion, discover, exclusion, relative, repository_root
from migrate_ext.graph.names import word_pattern
from migrate_ext.languages import PYTHON, TEXT, extractor, kind_of_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from migrate_ext.core.model import Facts, Policy, Solution, Verdict
    from migrate_ext.core.source import Source
    from migrate_ext.engine.config import Config
    from migrate_ext.engine.options import Buffer, Options

    Extract = Callable[[str, Source], Facts]
    """Kind and source of a file to its facts."""
    Solve = Callable[[Sequence[Facts], Policy], Solution]
    """All facts of a run and the user's choices to decisions."""

DEFAULT_TARGET = "beta"
PARTS = ("discovery", "prefilter", "parse", "analysis", "write")
"""Where the time of a run goes."""
_HEAD = 256
_PROJECT_MARKS = ("pyproject.toml", "setup.py", "package.json", ".git")
_NO_SCRIPTS = frozenset(
    {
        *(".md", ".rst", ".txt", ".html", ".css", ".js", ".mjs", ".ts", ".tsx", ".jsx", ".xml", ".svg", ".csv"),
        *(".png", ".jpg", ".jpeg", ".gif", ".ico", ".woff", ".woff2", ".ttf", ".pdf", ".zip", ".gz", ".whl"),
        *(".po", ".mo", ".pyc", ".so", ".c", ".h", ".cpp", ".java", ".go", ".rs", ".cs", ".sh", ".ps1", ".toml"),
        *(".cfg", ".ini", ".lock", ".log", ".map", ".scss", ".bicep", ".tf", ".graphql", ".sql"),
    },
)
"""Endings of files that are not worth a look for a shebang."""
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""What text in no encoding of one byte a character holds."""


@dataclass(eq=False, repr=False)  # each method that is made costs time at the start
class Analysis:
    """Everything that is known of a run before it is reported or changed."""

    options: Options
    config: Config
    root: str | None
    """The project's folder; None where the given paths are all there is."""
    given: frozenset[str] = frozenset()
    """The files under the given paths."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Kind of each analysed file."""
    sources: dict[str, Source] = field(default_factory=dict)
    facts: dict[str, Facts] = field(default_factory=dict)
    verdicts: list[Verdict] = field(default_factory=list)
    errors: list[RunError] = field(default_factory=list)
    scanned: int = 0
    seen: int = 0
    """Deprecated names in the candidates, counted where progress is shown."""
    timings: dict[str, float] = field(default_factory=lambda: dict.fromkeys(PARTS, 0.0))
    interrupted: bool = False

    @contextmanager
    def clock(self, part: str) -> Iterator[None]:
        """Count the time of a part of the run."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.timings[part] += time.perf_counter() - begun

    @property
    def target(self) -> str:
        """The version of the API to assume where none is visible."""
        return self.options.target or self.config.target or DEFAULT_TARGET


def extract_with_registry(kind: str, source: Source) -> Facts:
    """The facts of one file, from the extractor of its kind."""
    return extractor(kind)(source)


def solve_all(facts: Sequence[Facts], policy: Policy) -> Solution:
    """The decisions over all facts."""
    from migrate_ext.solver import solve

    return solve(facts, policy)


def settings(options: Options) -> tuple[Config, str | None]:
    """The configuration that counts, and the project's folder."""
    given = [options.buffer.path] if options.buffer is not None else list(options.paths)
    start = configuration.common_folder(given)
    if options.config is not None:
        config = configuration.load(options.config)
    elif options.isolated:
        config = configuration.Config()
    else:
        config = configuration.find(start)
    if config.path is not None and options.config is None:
        return config, config.base
    repository = repository_root(start)
    return config, relative(repository) if repository is not None else None


def check_choices(options: Options) -> None:
    """Raise `UsageError` where an option of the command line names what is not there."""
    for codes, name in ((options.select, "--select"), (options.ignore, "--ignore")):
        if codes is not None:
            configuration.check_codes(codes, name)
    if options.target is not None:
        configuration.check_target(options.target, "--target")


def _policy(run: Analysis) -> Policy:
    """The command line over the configuration over the defaults."""
    from migrate_ext.core.model import VERSIONS, Policy

    options, config = run.options, run.config
    return Policy(
        target=VERSIONS.index(run.target),
        select=(config.select if options.select is None else options.select) or (),
        ignore=(config.ignore if options.ignore is None else options.ignore) or (),
        per_file_ignores=_expand(config, run.facts),
        sdk_modules=config.sdk_modules,
        projects=_projects(run.facts),
        given=None if run.facts.keys() <= run.given else run.given,
    )


def exclusions(options: Options, config: Config) -> list[Exclusion]:
    """What the options and the configuration keep out."""
    found = []
    if options.exclude:
        found.append(exclusion(".", options.exclude))
    elif config.exclude:
        found.append(exclusion(config.base, config.exclude))
    if config.extend_exclude:
        found.append(exclusion(config.base, config.extend_exclude))
    return found


def analyze(
    options: Options,
    *,
    extract: Extract = extract_with_registry,
    solve: Solve = solve_all,
) -> Analysis:
    """Find the candidates under the given paths and in their project, extract their facts and solve.

    Ctrl-C ends the search; what was found so far is solved.
    """
    config, root = settings(options)
    check_choices(options)
    run = Analysis(options, config, root)
    try:
        _find(run, extract)
    except KeyboardInterrupt:
        run.interrupted = True
    if run.facts:
        with run.clock("analysis"):
            decide(run, solve)
    return run


def _find(run: Analysis, extract: Extract) -> None:
    options = run.options
    excluded = exclusions(options, run.config)
    with run.clock("discovery"):
        paths = () if options.buffer is not None else options.paths
        listing = discover(paths, gitignore=options.gitignore, excluded=excluded)
        listing.files.update((path, False) for path in options.texts if not os.path.lexists(path))
        run.errors += [RunError(path, "read", f"{reason}: check the path") for path, reason in listing.missing]
    with run.clock("prefilter"):
        candidates = _candidates(run, listing.files)
        if options.buffer is not None:
            candidates += _take_buffer(run, options.buffer)
        run.given = frozenset(candidates) | frozenset(listing.files)
        if candidates:
            candidates += _rest_of_project(run, listing.files, excluded)
    if candidates:
        with run.clock("parse"):
            extract_files(run, candidates, extract)


def decide(run: Analysis, solve: Solve) -> None:
    """Solve over the facts as they are now."""
    try:
        run.verdicts = solve(list(run.facts.values()), _policy(run)).verdicts
    except Exception as error:  # noqa: BLE001 - the report says that the run failed, and why
        from migrate_ext.engine.workers import internal

        run.errors.append(internal("", error))


def _candidates(run: Analysis, files: dict[str, bool]) -> list[str]:
    """Read each file once; only what a candidate needs stays in memory."""
    found: list[str] = []
    progress = run.options.progress
    for done, (path, named) in enumerate(files.items()):
        if progress is not None:
            progress(done, len(files), run.seen, path)
        taken = _look(run, path, named=named)
        if taken is not None:
            run.kinds[path], run.sources[path] = taken
            found.append(path)
            if progress is not None:
                run.seen += len(word_pattern().findall(run.sources[path].text))
    return found


def _look(run: Analysis, path: str, *, named: bool) -> tuple[str, Source] | None:
    kind = kind_of_name(path)
    mentions = run.options.mentions
    try:
        if kind is None and not named and not mentions and not _may_be_script(path):
            return None
        raw = _content(run.options, path)
    except OSError as error:
        if (kind is not None or named) and _is_worth_saying(path, error):
            run.errors.append(RunError(path, "read", f"{error.strerror or error}: it was left out"))
        return None
    run.scanned += 1
    if not prefilter.is_candidate(raw) or prefilter.is_own(raw):
        return None
    kind = kind_of(path, raw)
    if kind == TEXT and not (mentions and _is_text(raw)):
        return None
    source = _decoded(run, path, raw, kind)
    return None if source is None else (kind, source)


def _content(options: Options, path: str) -> bytes:
    """What counts as the content of a file."""
    text, most = options.texts.get(path), most_bytes(path)
    if text is None:
        return prefilter.read(path, most)
    raw = as_bytes(text)
    if len(raw) > most:
        raise prefilter.too_large(path, most)
    return raw


def most_bytes(path: str) -> int:
    """How many bytes of such a file are read at the most."""
    return prefilter.MOST_BYTES_OF_PYTHON if kind_of_name(path) == PYTHON else prefilter.MOST_BYTES


def _is_worth_saying(path: str, error: OSError) -> bool:
    """Whether a file that was left out may have something to report: a large one that names no word has not."""
    try:
        return not isinstance(error, prefilter.TooLargeError) or prefilter.may_hold_word(path)
    except OSError:
        return True


def as_bytes(text: str) -> bytes:
    """A text as the prefilter reads it."""
    return text.encode("utf-8", "surrogatepass")


def _decoded(run: Analysis, path: str, raw: bytes, kind: str) -> Source | None:
    from migrate_ext.core.source import DecodeError, Source, decode

    text = run.options.texts.get(path)
    if text is not None:
        return Source(path, text, "utf-8")
    try:
        return decode(path, raw, python=kind == PYTHON)
    except DecodeError as error:
        if kind != TEXT:
            run.errors.append(RunError(path, "parse", f"{error}: mend its encoding, or exclude the file"))
        elif _CONTROL.search(raw) is None:
            # text in an older encoding: the words are ASCII in all of them
            return Source(path, raw.decode("latin-1"), "latin-1")
        return None


def kind_of(path: str, raw: bytes) -> str:
    """The kind of a file by its name and content."""
    return kind_of_name(path) or (PYTHON if prefilter.is_python_script(raw[:_HEAD]) else TEXT)


def _is_text(raw: bytes) -> bool:
    return b"\0" not in raw[:8192] or raw.startswith((b"\xff\xfe", b"\xfe\xff"))


def _may_be_script(path: str) -> bool:
    name = path[path.rfind("/") + 1 :]
    dot = name.rfind(".")
    if dot == 0 or (dot > 0 and name[dot:].lower() in _NO_SCRIPTS):
        return False
    return prefilter.is_python_script(prefilter.begins(path, _HEAD))


def _take_buffer(run: Analysis, buffer: Buffer) -> list[str]:
    path, content = relative(buffer.path), buffer.content
    run.scanned += 1
    raw = as_bytes(content) if isinstance(content, str) else content
    kind = buffer.kind or kind_of(path, raw)
    if not prefilter.is_candidate(raw) or (kind == TEXT and not run.options.mentions):
        return []
    from migrate_ext.core.source import DecodeError, Source, decode

    try:
        source = Source(path, content, "utf-8") if isinstance(content, str) else None
        run.sources[path] = source or decode(path, raw, python=kind == PYTHON)
    except DecodeError as error:
        run.errors.append(RunError(path, "parse", f"{error}: mend its encoding"))
        return []
    run.kinds[path] = kind
    return [path]


def _rest_of_project(
    run: Analysis,
    given: dict[str, bool],
    excluded: Sequence[Exclusion],
) -> list[str]:
    """The candidates outside the given paths, and the files that are linked with a candidate."""
    from migrate_ext.engine.waves import linked

    known = dict(given)
    found: list[str] = []
    if run.root is not None:
        everything = discover((run.root,), gitignore=run.options.gitignore, excluded=excluded).files
        others = {path: False for path in everything if path not in given and path not in run.sources}
        scanned, mentions = run.scanned, run.options
        run.options = mentions._replace(mentions=False)
        found = _candidates(run, others)
        run.options, run.scanned = mentions, scanned  # the report counts what was asked for
        known.update(others)
    errors = list(run.errors)
    for path in linked(list(known), run.kinds, run.sources, partial(_content, run.options)):
        try:
            source = _decoded(run, path, _content(run.options, path), PYTHON)
        except OSError:
            continue
        if source is not None:
            run.sources[path], run.kinds[path] = source, PYTHON
            found.append(path)
    run.errors = errors  # these files hold no deprecated word, so nobody asked for them
    return found


def extract_files(run: Analysis, paths: Sequence[str], extract: Extract) -> None:
    """Add the facts of some files whose sources the run holds."""
    from migrate_ext.engine.workers import Job, extract_all

    jobs = [Job(run.kinds[path], run.sources[path]) for path in paths]
    progress = run.options.progress
    for done, (path, outcome) in enumerate(zip(paths, extract_all(jobs, extract, run.options.jobs), strict=True)):
        if progress is not None:
            progress(done + 1, len(paths), run.seen, path)
        if isinstance(outcome, RunError):
            run.errors.append(outcome)
        else:
            run.facts[path] = outcome


def _projects(paths: Iterable[str]) -> frozenset[str]:
    """The folders above some files that are projects of their own."""
    folders: set[str] = set()
    for path in paths:
        folder = os.path.dirname(path)
        while folder and folder not in folders:
            folders.add(folder)
            folder = os.path.dirname(folder)
    return frozenset(folder for folder in folders if any(os.path.exists(f"{folder}/{mark}") for mark in _PROJECT_MARKS))


def _expand(config: Config, paths: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The configured globs as the files that they match: globs are relative to the configuration, paths are not."""
    if not config.per_file_ignores:
        return ()
    return tuple(_matches(config, list(paths)))


def _matches(config: Config, paths: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    import glob

    for pattern, codes in config.per_file_ignores:
        base, spec = exclusion(config.base, [pattern])
        for path in paths:
            inside = os.path.relpath(path, base).replace(os.sep, "/")
            if not inside.startswith("../") and spec.match_file(inside):
                yield glob.escape(path), codes
