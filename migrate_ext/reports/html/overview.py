"""What it comes to, at a glance: the counts as a picture, by rule, by file, by report."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from migrate_ext.graph.catalogue import RULES
from migrate_ext.reports.html.markup import LEVELS, bar, code, link, text
from migrate_ext.reports.words import MARKS, conclusion, next_commands, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migrate_ext.core.report import Report
    from migrate_ext.reports import Style

_FILES = 12
"""Files that the overview shows at once; the rest unfolds."""

_SAID = {
    "safe": "ready to apply",
    "unsafe": "to be reviewed",
    "manual": "for you to decide",
    "fixed": "by this run",
}

Counts = dict[str, int]


def overview(report: Report, style: Style) -> Iterator[str]:
    """The counts, the picture, what to type next, the tables."""
    levels = {level: report.summary.by_applicability.get(level, 0) for level in LEVELS}
    counts = levels | ({"fixed": report.summary.fixed} if report.summary.fixed else {})
    total = sum(counts.values())
    yield '<section id="overview" aria-labelledby="overview-title"><h2 id="overview-title">Overview</h2>\n'
    yield f'<p class="lead">{text(" ".join(conclusion(report)))}</p>\n'
    if total:
        yield '<ul class="tiles">'
        for kind, count in counts.items():
            wanted = "state=fixed" if kind == "fixed" else f"state=open&amp;level={kind}"
            target = "fixed" if kind == "fixed" else "open"
            yield (
                f'<li class="{kind}"><a href="#{target}" data-filter="{wanted}"><strong>{count:,}</strong> '
                f"<span>{MARKS.get(kind, kind)}</span> <small>{_SAID[kind]}</small></a></li>"
            )
        yield f'</ul>\n<div class="whole">{bar(counts, total)}</div>\n'
    yield from _commands(report, style)
    yield from _parts(report)
    yield '<div class="tables">\n'
    yield from _rules(report)
    yield from _files(report)
    yield "</div></section>\n"


def _commands(report: Report, style: Style) -> Iterator[str]:
    rows = next_commands(report, style.arguments)
    if rows:
        yield '<dl class="next">'
        yield from (f"<div><dt><code>{text(command)}</code></dt><dd>{text(what)}</dd></div>" for command, what in rows)
        yield "</dl>\n"


def _parts(report: Report) -> Iterator[str]:
    """A row for each report of which this one is made."""
    if not report.parts:
        return
    heads = ("Report", "Files", "Findings", "Safe", "Unsafe", "By hand", "Fixed", "Hidden", "Errors")
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Reports"><table class="parts">'
    yield f"<caption>Reports</caption><thead><tr>{columns}</tr></thead><tbody>"
    for name, summary in report.parts:
        levels = (summary.by_applicability.get(level, 0) for level in LEVELS)
        hidden = summary.suppressed + summary.baselined
        counts = (summary.files_scanned, summary.findings, *levels, summary.fixed, hidden, summary.errors)
        cells = "".join(f"<td>{count:,}</td>" for count in counts)
        yield f'<tr><th scope="row" class="path">{text(name)}</th>{cells}</tr>\n'
    yield "</tbody></table></div>\n"


def _kinds(report: Report, key: str) -> dict[str, Counter[str]]:
    """For each rule or file, how many findings there are of each kind; folded ones are of a kind of their own."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in report.findings:
        kinds[getattr(finding, key)][finding.applicability] += 1
    for finding in report.fixed:
        kinds[getattr(finding, key)]["fixed"] += 1
    for row in report.folded:
        kinds[getattr(row, key)]["not listed"] += row.number
    return kinds


def _ordered(counts: Counter[str]) -> Counts:
    return {kind: counts[kind] for kind in (*LEVELS, "fixed", "not listed") if counts[kind]}


def _rules(report: Report) -> Iterator[str]:
    kinds = _kinds(report, "code")
    rows = (
        (
            f'<a href="#rule-{text(rule)}" data-filter="rule={text(rule)}">{text(rule)}</a> {text(_title(rule))}',
            _ordered(counts),
        )
        for rule, counts in sorted(kinds.items())
    )
    yield from _table("By rule", "Rule", rows, max((sum(counts.values()) for counts in kinds.values()), default=0))


def _title(rule: str) -> str:
    return RULES[rule].title if rule in RULES else ""


def _files(report: Report) -> Iterator[str]:
    kinds = _kinds(report, "path")
    fixed = dict.fromkeys(finding.path for finding in report.fixed)
    open_ = dict.fromkeys(finding.path for finding in report.findings)
    anchors = {path: f"fixed-file-{number}" for number, path in enumerate(fixed, 1)}
    anchors |= {path: f"open-file-{number}" for number, path in enumerate(open_, 1)}
    ranked = sorted(kinds.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    full = sum(ranked[0][1].values()) if ranked else 0
    rows = [
        (f'<a class="path" href="#{anchors.get(path, "open")}">{text(path)}</a>', _ordered(counts))
        for path, counts in ranked
    ]
    rest = rows[_FILES:]
    yield from _table("By file", "File", rows[:_FILES], full, rest)


def _table(
    title: str, head: str, rows: Iterable[tuple[str, Counts]], full: int, rest: Iterable[tuple[str, Counts]] = ()
) -> Iterator[str]:
    shown = [_line(label, counts, full) for label, counts in rows]
    more = [_line(label, counts, full) for label, counts in rest]
    if not shown:
        return
    columns = (
        f'<thead><tr><th scope="col">{head}</th><th scope="col">Kinds</th><th scope="col">Findings</th></tr></thead>'
    )
    yield f"<div><table><caption>{title}</caption>{columns}<tbody>{''.join(shown)}</tbody></table>"
    if more:
        yield (
            f"<details><summary>{plural(len(more), 'more file')}</summary>"
            f"<table><caption>Other files</caption>{columns}<tbody>{''.join(more)}</tbody></table></details>"
        )
    yield "</div>\n"


def _line(label: str, counts: Counts, full: int) -> str:
    return f'<tr><th scope="row">{label}</th><td>{bar(counts, full)}</td><td>{sum(counts.values()):,}</td></tr>\n'


def rules(codes: Mapping[str, int]) -> Iterator[str]:
    """What the rules of the findings mean and what to do by hand, with an example."""
    for number in sorted(codes):
        if number not in RULES:
            continue
        rule = RULES[number]
        yield (
            f'<article class="rule" id="rule-{rule.code}"><h3>{link(rule.url, rule.code)} {text(rule.title)}</h3>'
            f"<p>{text(rule.why)}</p><p><strong>By hand:</strong> {text(rule.todo)}</p>"
            f"<details><summary>Example</summary><p>Before</p><pre>{_block(rule.before)}</pre>"
        )
        if rule.after != rule.before:
            yield f"<p>After <code>migrate-ext fix --unsafe</code></p><pre>{_block(rule.after)}</pre>"
        else:
            yield "<p>No fix changes it.</p>"
        yield "</details></article>\n"


def _block(value: str) -> str:
    """Several lines of source."""
    return "\n".join(map(code, value.rstrip("\n").split("\n")))
