"""`check` and `fix` from options to a report."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from migrate_ext.core.report import Folded, Later, Report, RunError, Summary
from migrate_ext.engine.analysis import (
    Analysis,
    analyze,
    decide,
    extract_with_registry,
    solve_all,
)
from migrate_ext.engine.collector import collection_paused
from migrate_ext.engine.options import UsageError
from migrate_ext.graph import catalogue
from migrate_ext.languages import DOCUMENT, PYTHON

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from migrate_ext.core.finding import Change, Finding
    from migrate_ext.core.model import Applicability, Verdict
    from migrate_ext.core.source import Source
    from migrate_ext.engine.analysis import Extract, Solve
    from migrate_ext.engine.baseline import Baseline
    from migrate_ext.engine.findings import Builder
    from migrate_ext.engine.options import Options
    from migrate_ext.engine.rewrite import Unit

LISTED = 100
"""So many findings of one code are listed of one document."""


@collection_paused()
def check(
    options: Options,
    *,
    extract: Extract = extract_with_registry,
    solve: Solve = solve_all,
) -> Report:
    """Find and report; writes nothing."""
    run = analyze(options, extract=extract, solve=solve)
    return _report("check", run, _baseline(run))


def report_on(run: Analysis, paths: Collection[str]) -> Report:
    """What `check` reports about some files of a run."""
    run = replace(run, verdicts=[verdict for verdict in run.verdicts if verdict.path in paths])
    return _report("check", run, _baseline(run))


@collection_paused()
def record(
    options: Options,
    path: str,
    *,
    extract: Extract = extract_with_registry,
    solve: Solve = solve_all,
) -> tuple[int, Report]:
    """Write today's findings as the baseline `path`; how many they are, and the report about them."""
    from migrate_ext.engine.baseline import render
    from migrate_ext.engine.files import write_file

    run = analyze(options, extract=extract, solve=solve)
    if run.interrupted:
        return 0, _report("check", run, None)  # half a baseline would report the rest as new
    identities = []
    if run.verdicts:
        builder = _builder(run)
        for verdict in _ordered(run):
            identity = builder.identity(verdict)
            if verdict.hidden is None and verdict.site.code != catalogue.MENTION:
                identities.append(identity)
    try:
        write_file(path, render(identities).encode())
    except OSError as error:
        message = f"{path}: {error.strerror}: choose another file for the baseline"
        raise UsageError(message) from error
    return len(identities), _report("check", run, None)


@collection_paused()
def fix(
    options: Options,
    *,
    write: bool = True,
    choose: Callable[[Unit, Sequence[Change]], bool] | None = None,
    extract: Extract = extract_with_registry,
    solve: Solve = solve_all,
) -> Report:
    """Apply what may be applied; `Report.changes` holds the new texts, also where nothing is written.

    `choose` is asked about each group, with what it alone would change.
    """
    from migrate_ext.engine import files

    roots = files.roots(options.paths)  # as links are now, before anybody can bend them
    run = analyze(options, extract=extract, solve=solve)
    baseline = _baseline(run)
    if write and not run.interrupted and options.buffer is None:
        files.sweep(dict.fromkeys(map(os.path.dirname, run.given)), roots)
    if run.interrupted or not run.verdicts:
        return _report("fix", run, baseline)
    from migrate_ext.core.model import Applicability
    from migrate_ext.engine import rewrite

    unsafe = run.config.unsafe_fixes if options.unsafe is None else options.unsafe
    lowest = Applicability.UNSAFE if unsafe else Applicability.SAFE
    fixable = [verdict for verdict in run.verdicts if _shown(verdict, options)]
    units = rewrite.units_of(fixable, lowest)
    if choose is not None:
        units = [unit for unit in units if choose(unit, _changes([unit], run.sources))]
    notes = _notes(run, _baseline(run)) if options.todo else []
    if not units and not notes:
        return _report("fix", run, baseline)
    with run.clock("parse"):
        plan, new_facts = rewrite.plan([*units, *notes], rewrite.Inputs(run.sources, run.facts, run.kinds, extract))
    run.errors += plan.errors
    applied = plan.units
    if write and options.buffer is None:
        with run.clock("write"):
            applied = _write(plan.units, plan.texts, run, roots)
    texts = {path: plan.texts[path] for unit in applied for path in unit.edits if path in plan.texts}
    after = replace(
        run,
        sources={**run.sources, **{path: _edited(run.sources[path], text) for path, text in texts.items()}},
        facts={**run.facts, **{path: new_facts[path] for path in texts}},
    )
    with run.clock("analysis"):
        decide(after, solve)
    report = _report("fix", after, baseline, before=run, applied=[unit for unit in applied if unit not in notes])
    report.changes = tuple(_changes(applied, run.sources, texts))
    report.summary.files_changed = len(texts)
    if plan.refused:
        report.messages += tuple(
            f"{unit.verdicts[0].path}: a fix collides with another at {place} and was left for the next run"
            for unit, place in plan.refused
        )
    return report


def _changes(
    units: Iterable[Unit], sources: Mapping[str, Source], texts: Mapping[str, str] | None = None
) -> list[Change]:
    """What some units change, file by file; `texts` are the new ones where they are known."""
    from migrate_ext.core.finding import Change
    from migrate_ext.engine import rewrite

    edits = rewrite.edits_by_file(units)
    if texts is None:
        texts = rewrite.texts(edits, sources)
    return [Change(path, sources[path], texts[path], tuple(edits[path])) for path in sorted(texts)]


def _notes(run: Analysis, baseline: Baseline | None) -> list[Unit]:
    """What writes a comment above each finding of Python that is reported and left to do by hand."""
    from migrate_ext.core.model import Applicability
    from migrate_ext.engine.rewrite import Unit
    from migrate_ext.engine.todo import noted

    builder = _builder(run)
    found = []
    for verdict in _ordered(run):
        identity = builder.identity(verdict)
        if verdict.hidden is not None or (baseline is not None and baseline.take(identity)):
            continue
        if verdict.applicability is Applicability.MANUAL and run.kinds[verdict.path] == PYTHON:
            finding = builder.finding(verdict, identity)
            if finding.counts and finding.language == PYTHON:
                found.append((verdict, finding.message))
    return [Unit.of([verdict]) for verdict in noted(found, run.sources)]


def _edited(source: Source, text: str) -> Source:
    return type(source)(source.path, text, source.encoding, source.mark)


def _write(units: Sequence[Unit], texts: dict[str, str], run: Analysis, roots: Sequence[str]) -> list[Unit]:
    """Write all files; the units whose files were all written."""
    from migrate_ext.engine import rewrite
    from migrate_ext.engine.signals import held
    from migrate_ext.engine.writing import write_together

    failed: set[str] = set()
    try:
        with held() as waiting:
            for paths in rewrite.components(units):
                changing = [run.sources[path] for path in paths if path in texts]
                errors = None if waiting else write_together(changing, texts, roots, waiting)
                run.errors += errors or ()
                if errors is None or errors:
                    failed.update(paths)
    except KeyboardInterrupt:
        run.interrupted = True
    return [unit for unit in units if failed.isdisjoint(unit.edits)]


def _shown(verdict: Verdict, options: Options) -> bool:
    return verdict.hidden in (None, "comment") and (options.mentions or verdict.site.code != catalogue.MENTION)


def _report(
    command: str,
    run: Analysis,
    baseline: Baseline | None,
    *,
    before: Analysis | None = None,
    applied: Sequence[Unit] = (),
) -> Report:
    summary = Summary(files_scanned=run.scanned, files_analyzed=_analyzed(run))
    report = Report(command, run.target, summary)
    if run.verdicts:
        _fill(report, run, baseline)
    if applied and before is not None:
        summary.fixed = sum(len(unit.verdicts) for unit in applied)
        report.fixed = Later(summary.fixed, partial(_fixed, before, applied))
    report.errors = tuple(_shown_error(error) for error in run.errors)
    summary.errors = len(report.errors)
    report.interrupted = run.interrupted
    report.timings = run.timings
    return report


def _fixed(before: Analysis, applied: Sequence[Unit]) -> list[Finding]:
    builder = _builder(before)
    verdicts = [verdict for unit in applied for verdict in unit.verdicts]
    verdicts.sort(key=lambda verdict: (verdict.path, verdict.site.start, verdict.site.end))
    return [builder.finding(verdict, builder.identity(verdict)) for verdict in verdicts]


def _analyzed(run: Analysis) -> int:
    return len(run.facts.keys() & run.given)


def _shown_error(error: RunError) -> RunError:
    from migrate_ext.engine.findings import shown

    return error._replace(path=shown(error.path))


def _builder(run: Analysis) -> Builder:
    from migrate_ext.engine.findings import Builder

    return Builder(run.sources, run.facts, run.root)


def _ordered(run: Analysis) -> list[Verdict]:
    return [verdict for verdict in run.verdicts if _shown(verdict, run.options)]


def _fill(report: Report, run: Analysis, baseline: Baseline | None) -> None:
    """Sort the verdicts into what remains, what is hidden and what is folded, and count."""
    builder = _builder(run)
    findings: list[Finding] = []
    suppressed: list[Finding] = []
    many: dict[tuple[str, str], int] = defaultdict(int)
    levels: dict[Applicability, int] = defaultdict(int)
    summary = report.summary
    ordered = _ordered(run)
    plain = baseline is None and not any(verdict.hidden for verdict in ordered)
    documents = {path for path, kind in run.kinds.items() if kind == DOCUMENT}
    for verdict in ordered:
        key = verdict.path, verdict.site.code
        number = many[key]
        folded = number >= LISTED and verdict.path in documents
        if not (plain and folded):
            identity = builder.identity(verdict)
            by = verdict.hidden or ("baseline" if baseline is not None and baseline.take(identity) else None)
            if by is not None:
                suppressed.append(replace(builder.finding(verdict, identity), by=by, removed=None))
                summary.suppressed += by == "comment"
                summary.baselined += by == "baseline"
                continue
            if not folded:
                findings.append(replace(builder.finding(verdict, identity), removed=None))
        many[key] = number + 1
        levels[verdict.applicability] += 1
    for (_, code), count in sorted(many.items(), key=lambda item: item[0][1]):
        summary.by_code[code] = summary.by_code.get(code, 0) + count
    for level, count in levels.items():
        summary.by_applicability[level.label] += count
    summary.findings = sum(many.values())
    report.notes = summary.by_code.get(catalogue.MENTION, 0)
    report.findings, report.suppressed = tuple(findings), tuple(suppressed)
    report.folded = tuple(
        Folded(path, code, count - LISTED)
        for (path, code), count in sorted(many.items())
        if count > LISTED and path in documents
    )
    if baseline is not None and baseline.gone:
        report.messages += (f"baseline: {baseline.gone} of {baseline.size} recorded findings are gone",)


def _baseline(run: Analysis) -> Baseline | None:
    """The baseline that counts, read before anything is written: a damaged one ends the run."""
    path, config = run.options.baseline, run.config
    if path is None and config.baseline is not None:
        path = os.path.join(config.base, config.baseline)
    if path is None:
        return None
    from migrate_ext.engine.baseline import Baseline

    return Baseline.load(path)
