"""One page for people: complete in itself, and readable without scripts, on a phone and on paper.

Only the page's own style and script may run: the content security policy names their hashes and allows nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING

from migrate_ext import __version__
from migrate_ext.reports.fleet import is_fleet
from migrate_ext.reports.html.findings import Entry, Groups, Section, by_file, by_repository, listed
from migrate_ext.reports.html.markup import LEVELS, text
from migrate_ext.reports.html.overview import overview, rules
from migrate_ext.reports.words import MARKS, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TextIO

    from migrate_ext.core.report import Report
    from migrate_ext.reports import Style

_ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='none' \
stroke='%232f6f5e' stroke-width='2' d='M2 5h9L8 2m6 9H5l3 3'/%3E%3C/svg%3E"


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the page."""
    stream.writelines(_page(report, style))


def _page(report: Report, style: Style) -> Iterator[str]:
    sections = list(_sections(report))
    known = Groups(sections)
    codes = Counter(entry.finding.code for section in sections for entry in section.entries)
    yield from _head()
    yield from _header(report)
    yield '<main id="content">\n'
    yield from overview(report, style)
    yield from _errors(report)
    if sections:
        yield from _filters(sections, codes)
    for section in sections:
        folded = report.folded if section.state == "open" else ()
        listing = by_repository if is_fleet(report) else by_file
        yield from _titled(section.state, section.title, listing(section, known, folded), kind="findings")
    yield from _titled("groups", "Changes that stand or fall together", listed(known))
    yield from _titled("rules", "The rules", rules(codes))
    yield "</main>\n"
    yield f"<footer><p>Made by migrate-ext {text(report.version or __version__)}.</p></footer>\n"
    if sections:
        yield f"<script>{_asset('page.js')}</script>\n"
    yield "</body>\n</html>\n"


def _sections(report: Report) -> Iterator[Section]:
    named = (
        ("open", "Findings", report.findings),
        ("fixed", "Fixed", report.fixed),
        ("hidden", "Hidden", report.suppressed),
    )
    for state, title, findings in named:
        if findings:
            entries = [Entry(state, f"{state}-{number}", finding) for number, finding in enumerate(findings, 1)]
            yield Section(state, title, entries)


def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def _head() -> Iterator[str]:
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<title>Migration report</title>\n<link rel="icon" href="{_ICON}">\n<style>{style}</style>\n</head>\n<body>\n'
    )


def _header(report: Report) -> Iterator[str]:
    yield (
        '<a class="skip" href="#overview">Skip to the content</a>\n<header><h1>Migration report</h1>'
        f"<p><code>migrate-ext {text(report.command)}</code> · target <code>{text(report.target)}</code> · "
        f"{report.summary.files_scanned:,} files scanned</p></header>\n"
    )


def _titled(name: str, title: str, parts: Iterable[str], kind: str = "") -> Iterator[str]:
    """A section of the page, unless it is empty."""
    begun = False
    for part in parts:
        if not begun:
            names = f' class="{kind}"' if kind else ""
            yield f'<section id="{name}"{names} tabindex="-1" aria-labelledby="{name}-title">'
            yield f'<h2 id="{name}-title">{title}</h2>\n'
            begun = True
        yield part
    if begun:
        yield "</section>\n"


def _errors(report: Report) -> Iterator[str]:
    rows = "".join(
        f"<li><strong>{text(error.kind)}</strong> <code>{text(error.path)}</code> {text(error.message)}</li>\n"
        for error in report.errors
    )
    yield from _titled("errors", plural(len(report.errors), "error"), [f"<ul>{rows}</ul>"] if rows else [])


def _filters(sections: list[Section], codes: Mapping[str, int]) -> Iterator[str]:
    states = [(section.state, section.title) for section in sections]
    total = sum(codes.values())
    yield ('<form id="filters" role="search" aria-label="Filter the findings" hidden>')
    yield from (
        f'<div><label for="filter-{name}">{label}</label>'
        f'<input type="search" id="filter-{name}" name="{name}" autocomplete="off" spellcheck="false"></div>'
        for name, label in (("text", "Search"), ("file", "File"))
    )
    yield _choice("rule", "Rule", [(code, f"{code} ({count:,})") for code, count in sorted(codes.items())])
    yield _choice("level", "Kind", [(level, MARKS[level]) for level in LEVELS])
    if len(states) > 1:
        yield _choice("state", "State", states)
    yield (
        '<button type="reset">Clear</button>'
        f'<output role="status" tabindex="-1" data-total="{total}"></output></form>\n'
        '<p id="unfiltered">All findings are listed; filtering them needs JavaScript.</p>\n'
    )


def _choice(name: str, label: str, options: list[tuple[str, str]]) -> str:
    rows = "".join(f'<option value="{text(value)}">{text(words)}</option>' for value, words in options)
    return (
        f'<div><label for="filter-{name}">{label}</label>'
        f'<select id="filter-{name}" name="{name}"><option value="">all</option>{rows}</select></div>'
    )
