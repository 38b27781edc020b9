"""The comment for a pull request, read with GitHub's own Markdown parser."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from migrate_ext.core.finding import WEAKENED, Excerpt, Fix, RangeEdit
from migrate_ext.core.report import Part
from migrate_ext.reports import Style, markdown
from migrate_ext.reports.words import escape
from tests.reports.samples import (
    FOES,
    FULL,
    HOSTILE_NAMES,
    MANY,
    NOTHING,
    ONE,
    SAMPLES,
    by_hand,
    finding,
    rendered,
    report,
    span,
)

OURS = {
    *("h3", "p", "strong", "em", "a", "code", "pre", "ul", "li", "details", "summary"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
"""The elements that a comment is made of."""
ALL = Style(verbose=True, statistics=True)


class Page(HTMLParser):
    """What a reader gets to see: elements, links, and the text without spaces that have no width."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.links: set[str] = set()
        self.cells: list[str] = []
        self.code: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self._open.append(tag)
        given = dict(attrs)
        if tag == "a":
            self.links.add(given.pop("href") or "")
        assert set(given) <= {"align", "lang", "class"}, (tag, given)
        if tag in {"td", "th"}:
            self.cells.append("")
        if tag == "code":
            self.code.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if "td" in self._open or "th" in self._open:
            self.cells[-1] += data.replace("\u200b", "")
        if "code" in self._open:
            self.code[-1] += data
        else:
            assert not re.search(r"@\w|#\d", data), "a mention or a reference to an issue"


def page(source: str) -> Page:
    cmark = pytest.importorskip("cmarkgfm.cmark", reason="the extra `test` installs it")
    return Page(cmark.github_flavored_markdown_to_html(source, cmark.Options.CMARK_OPT_UNSAFE))


@pytest.mark.parametrize("name", SAMPLES)
def test_github_s_parser_makes_of_it_what_is_meant(name: str) -> None:
    seen = page(rendered("markdown", SAMPLES[name], ALL))
    assert seen.elements <= OURS
    assert all(link.startswith("https://learn.microsoft.com/") for link in seen.links)


@pytest.mark.parametrize("name", SAMPLES)
def test_github_takes_it(name: str) -> None:
    assert len(rendered("markdown", SAMPLES[name], ALL)) <= markdown.MOST_BYTES == 65_536


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_texts_are_shown_and_not_obeyed(name: str) -> None:
    for made in (FOES, report(by_hand(path=name, message=name, help=name, symbol=name))):
        seen = page(rendered("markdown", made, ALL))
        assert escape(name) in seen.cells
        assert escape(name) in seen.text.replace("\u200b", "")
        assert not seen.elements & {"img", "script", "blockquote", "h1", "hr", "ol"}


def test_a_finding_has_its_rule_its_place_and_the_diff_of_its_fix() -> None:
    text = rendered("markdown", ONE)
    assert text.startswith("<!-- migrate-ext -->\n### migrate-ext: 1 finding in 1 file: 1 safe.\n\n| file | ")
    assert "| `src/app.py` | 1 | 1 |  |  |  |\n" in text
    assert "<details><summary><code>src/app.py</code>: 1 finding</summary>\n\n**[CEX102](https://learn." in text
    assert ") at 3:8, safe:** oldName was retired; use newName\n" in text
    assert '```diff\n-    x["oldName"]\n+    x["newName"]\n```\n' in text
    assert "migrate-ext fix  # applies the 1 safe" in text


def test_nothing_found() -> None:
    assert (
        rendered("markdown", NOTHING)
        == "<!-- migrate-ext -->\n### migrate-ext: No deprecated shapes found in 7 files.\n\n"
    )


def test_what_to_do_by_hand_is_said_once_a_file_with_the_line() -> None:
    text = rendered("markdown", report(by_hand(), by_hand(range=span(4, 8, 15)), by_hand(path="z.py")))
    assert text.count("*By hand:* Rename it.") == 2
    assert '```text\n    x["oldName"]\n```' in text
    weak = finding(applicability="unsafe", help=f"{WEAKENED}stage (CEX103) at a.py:9:1")
    assert "*Check:* It changes together with stage (CEX103) at a.py:9:1" in rendered("markdown", report(weak))


def test_members_of_a_group_on_one_line_share_its_diff() -> None:
    """No fix ever writes the half of it."""
    line = Excerpt(1, ("old = old",))
    ends = (span(1, 1, 4), span(1, 7, 10))
    made = report(
        *(finding(group="g", range=end, fix=Fix("…", (RangeEdit(end, "new"),)), excerpt=line) for end in ends)
    )
    assert rendered("markdown", made).count("```diff\n-old = old\n+new = new\n```") == 1


def test_what_was_removed_from_data() -> None:
    assert 'removed `{"stage": "assignmentRequestCreated"}`' in rendered("markdown", FULL)


def test_folded_rows_and_errors_are_told() -> None:
    text = rendered("markdown", FULL)
    assert "| `src/b.ipynb` | 13 |  | 1 |  | 12 |" in text
    assert "<details><summary>2 errors</summary>" in text
    assert "- internal: a worker died\n" in text


def test_hidden_findings_are_listed_where_all_is_asked_for() -> None:
    assert "Hidden" not in rendered("markdown", FULL)
    text = rendered("markdown", FULL, Style(verbose=True))
    assert "<details><summary>Hidden: 2 findings</summary>" in text
    assert "(by baseline)" in text


def test_a_long_line_is_cut_around_the_change() -> None:
    at = span(3, 1001, 1008)
    text = rendered(
        "markdown",
        report(
            finding(
                range=at,
                fix=Fix("…", (RangeEdit(at, "newName"),)),
                excerpt=Excerpt(3, ("x" * 1000 + "oldName" + "y" * 900,)),
            )
        ),
    )
    old, new = (line for line in text.splitlines() if line.startswith(("-…", "+…")))
    assert re.fullmatch(r"-…x{100}oldNamey+…", old)
    assert re.fullmatch(r"\+…x{100}newNamey+…", new)


class TestLimit:
    def test_what_did_not_fit_is_counted(self) -> None:
        text = rendered("markdown", MANY)
        match = re.search(r"\*\*(\d+) findings did not fit in here\.\*\*", text)
        assert match is not None
        assert int(match[1]) + len(re.findall(r"at \d+:\d+, safe:", text)) == 10_000

    def test_a_table_that_is_too_long_says_so(self) -> None:
        made = report(*(finding(path=f"{'x' * 100}{number}.py") for number in range(1000)))
        text = rendered("markdown", made)
        match = re.search(r"^\| … and (\d+) more \|", text, re.MULTILINE)
        assert match is not None
        assert int(match[1]) + text.count("| `xxx") == 1000
        assert "<details>" in text, "the table leaves room for the findings"

    @pytest.mark.parametrize("most", [3000, 5000, 20_000, 100_000])
    @pytest.mark.parametrize("name", SAMPLES)
    def test_any_limit_is_kept_and_what_is_there_is_whole(self, name: str, most: int) -> None:
        text = markdown.render(SAMPLES[name], ALL, most)
        assert len(text.encode()) <= most
        page(text)


def test_a_merged_report_has_a_row_for_each_report() -> None:
    made = report(finding(), parts=(Part("hr.json", ONE.summary), Part("it|ops.json", FULL.summary)))
    text = rendered("markdown", made)
    assert "| report | files | findings | safe | unsafe | by hand | errors |\n" in text
    assert "| `hr.json` | 7 | 1 | 1 |  |  |  |\n" in text
    assert "| it&#124;ops.json | 7 | 16 | 13 | 1 | 2 | 2 |\n" in text


def test_statistics() -> None:
    text = rendered("markdown", ONE, Style(statistics=True))
    assert "| CEX102 | 1 | The collection " in text


def test_quiet_leaves_the_next_commands_out() -> None:
    assert "migrate-ext fix" not in rendered("markdown", ONE, Style(quiet=True))
