"""What it comes to, at a glance: the counts as a picture, by rule, by file, by report."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from migrate_ext.graph.catalogue import RULES
from migrate_ext.reports import fleet
from migrate_ext.reports.html.markup import LEVELS, bar, code, link, place_of, text
from migrate_ext.reports.words import MARKS, conclusion, next_commands, plural

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from migrate_ext.core.report import Part, Report, Summary
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
    of_fleet = fleet.is_fleet(report)
    yield from (_repositories(report) if of_fleet else _parts(report))
    yield '<div class="tables">\n'
    yield from _rules(report)
    yield from (_teams(report) if of_fleet else _files(report))
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
    rows = []
    for name, summary, _ in report.parts:
        hidden = summary.suppressed + summary.baselined
        counts = (summary.files_scanned, summary.findings, *_levels(summary), summary.fixed, hidden, summary.errors)
        rows.append((text(name), *(f"{count:,}" for count in counts)))
    yield from _wide_table("Reports", heads, rows)


def _levels(summary: Summary) -> tuple[int, ...]:
    return tuple(summary.by_applicability.get(level, 0) for level in LEVELS)


def _wide_table(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], rest: Iterable[Sequence[str]] = (), what: str = ""
) -> Iterator[str]:
    """A table of numbers, the first column being markup with the name; `rest` unfolds."""
    columns = "<thead><tr>" + "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead>"
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{title}"><table class="parts">'
    yield f"<caption>{title}</caption>{columns}<tbody>"
    yield from map(_wide_row, rows)
    yield "</tbody></table>"
    more = list(map(_wide_row, rest))
    if more:
        yield f"<details><summary>{len(more):,} {what}</summary>"
        yield f'<table class="parts"><caption>Others</caption>{columns}<tbody>{"".join(more)}</tbody></table></details>'
    yield "</div>\n"


def _wide_row(row: Sequence[str]) -> str:
    name, *cells = row
    return f'<tr><th scope="row" class="path">{name}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>\n'


def _repositories(report: Report) -> Iterator[str]:
    """A row for each repository of a fleet: first those with something to do, each linked to its part of the page."""
    parts = fleet.ranked(report)
    changed = any(fleet.before(part) is not None for part in parts)
    heads = ["Repository", "Team", "Commit", "Files", "Findings", "Safe", "Unsafe", "By hand", "Hidden"]
    heads += ["Before", "Change", "Errors"] if changed else ["Errors"]
    having = [part for part in parts if part.summary.findings or part.summary.errors]
    others = [part for part in parts if not (part.summary.findings or part.summary.errors)]
    linked = {finding.path.rpartition(fleet.INSIDE)[0] for finding in report.findings}
    rows = [[_repository(part, linked), *_cells(part, changed=changed)] for part in having]
    rest = [[text(part.name), *_cells(part, changed=changed)] for part in others]
    yield from _wide_table("Repositories", heads, rows, rest, "without findings")


def _repository(part: Part, linked: Collection[str]) -> str:
    if part.name not in linked:
        return text(part.name)
    return f'<a href="#{place_of(part.name)}">{text(part.name)}</a>'


def _cells(part: Part, *, changed: bool) -> Iterator[str]:
    summary, origin = part.summary, part.origin
    yield text((origin and origin.label) or "")
    yield f"<code>{text(origin.commit[:10])}</code>" if origin and origin.commit else ""
    counts = (summary.files_scanned, summary.findings, *_levels(summary), summary.suppressed + summary.baselined)
    yield from ("" if fleet.failed(part) else f"{count:,}" for count in counts)
    if changed:
        was = fleet.before(part)
        yield "" if was is None else f"{was:,}"
        yield fleet.change(part)
    yield f"{summary.errors:,}"


def _teams(report: Report) -> Iterator[str]:
    found = fleet.teams(report)
    rows = []
    for team in found:
        was = "" if team.before is None else f", {team.before:,} before"
        label = f"{text(team.label)} <small>{team.open:,} of {team.repositories:,} with findings{was}</small>"
        rows.append((label, {level: team.levels.get(level, 0) for level in LEVELS}))
    yield from _table("By team", "Team", rows, max((team.findings for team in found), default=0))


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
