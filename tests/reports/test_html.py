"""The page as text: what it says, and that it is whole, without a browser."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from migrate_ext.core.finding import WEAKENED, Excerpt, Fix, Position, Range, RangeEdit, Related
from migrate_ext.core.report import Part, Report, RunError, Summary
from migrate_ext.reports import Style
from tests.reports.samples import FULL, HOSTILE_NAMES, NOTHING, ONE, by_hand, finding, hostile, rendered, report, span

VOID = {"meta", "link", "input"}
HOSTILE_REPORT = report(
    *map(hostile, HOSTILE_NAMES), errors=tuple(RunError(name, "read", name) for name in HOSTILE_NAMES)
)


class Reader(HTMLParser):
    """What a browser would make of the page, roughly."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


def read(made: Report, style: Style | None = None) -> Reader:
    return Reader(rendered("html", made, style))


@pytest.mark.parametrize("made", [NOTHING, ONE, FULL, HOSTILE_REPORT], ids=["nothing", "one", "full", "hostile"])
def test_every_element_is_closed_and_every_link_within_the_page_has_its_place(made: Report) -> None:
    page = read(made)
    ids = page.values("id")
    assert not page.open
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.values("href") if href.startswith("#")} <= {*ids}
    assert {*page.values("aria-labelledby")} <= {*ids}


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_hostile_text_makes_no_element_and_no_attribute(name: str) -> None:
    page, harmless = read(report(hostile(name))), read(report(hostile("harmless")))
    kinds, expected = ({(tag, *sorted(values)) for tag, values in each.tags} for each in (page, harmless))
    assert kinds == expected


def test_control_characters_and_surrogates_are_shown_as_escapes() -> None:
    page = rendered("html", report(hostile("a\x1b\u202e\ud800b")))
    assert r"a\x1b\u202e\ud800b" in page
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e\ud800]", page)


def test_an_address_that_is_no_web_page_is_no_link() -> None:
    page = read(report(finding(url="javascript:alert(1)"), finding(url="data:text/html,x", code="CEX999")))
    assert not [href for href in page.values("href") if href.startswith(("javascript:", "data:text"))]


def test_the_policy_allows_the_own_style_and_script_and_nothing_else() -> None:
    markup = rendered("html", ONE)
    page = Reader(markup)
    (policy,) = (values["content"] for tag, values in page.tags if values.get("http-equiv"))
    assert policy is not None
    for tag in ("style", "script"):
        content = markup[markup.index(f"<{tag}>") + len(tag) + 2 : markup.index(f"</{tag}>")]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not page.values("style")


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = read(FULL)
    assert not page.values("src")
    assert {tag for tag, values in page.tags if (values.get("href") or "").startswith("http")} == {"a"}


def test_a_finding_says_where_what_before_and_after() -> None:
    said = read(ONE).text
    for part in ("src/app.py", "3:8", "CEX102", "oldName → newName", '− x["oldName"]', '+ x["newName"]'):  # noqa: RUF001
        assert part in said


def test_a_finding_without_a_fix_shows_its_line_and_what_to_do_by_hand() -> None:
    markup = rendered("html", report(by_hand()))
    assert "x[&quot;<mark>oldName</mark>&quot;]" in markup
    assert "Rename it." in markup


def test_a_changed_word_in_a_cut_line_is_found_by_the_column_of_the_file() -> None:
    cut = Excerpt(3, ('{"oldName": 1}',), (5000,))
    markup = rendered("html", report(by_hand(range=span(3, 5002, 5009), excerpt=cut)))
    assert "…{&quot;<mark>oldName</mark>&quot;: 1}" in markup


def test_of_a_long_line_only_the_surroundings_of_the_word_are_shown() -> None:
    long = Excerpt(3, ("x" * 1000 + "oldName" + "y" * 1000,))
    markup = rendered("html", report(by_hand(range=span(3, 1001, 1008), excerpt=long)))
    assert f"…{'x' * 80}<mark>oldName</mark>{'y' * 80}…<" in markup


def test_blanks_before_all_lines_are_left_out() -> None:
    excerpt = Excerpt(3, ("    if x:", "\t\told"))
    moved = Fix("", (RangeEdit(Range(Position(3, 5), Position(4, 6)), "while y:\n      new"),))
    said = read(report(finding(fix=moved, excerpt=excerpt))).text
    assert "−     if x:− \t\told+     while y:" in said  # noqa: RUF001 - tabs and blanks have nothing in common
    excerpt = Excerpt(3, ("    if x:", "      old"))
    moved = Fix("", (RangeEdit(Range(Position(3, 5), Position(4, 10)), "while y:\n      new"),))
    assert "− if x:−   old+ while y:+   new" in read(report(finding(fix=moved, excerpt=excerpt))).text  # noqa: RUF001


def test_lines_that_go_as_a_whole_are_not_marked_word_by_word() -> None:
    gone = Fix("Remove stage", (RangeEdit(Range(Position(3, 1), Position(4, 1)), ""),))
    markup = rendered("html", report(finding(fix=gone, excerpt=Excerpt(3, ("  stage,", "  next")))))
    assert '<pre><del data-line="3">− stage,</del></pre>' in markup  # noqa: RUF001


def test_a_change_of_many_lines_unfolds() -> None:
    gone = Fix("Remove all", (RangeEdit(Range(Position(3, 1), Position(103, 1)), ""),))
    page = read(report(finding(fix=gone, excerpt=Excerpt(3, (*["  x"] * 100, "end")))))
    assert "76 more lines" in page.text
    assert page.text.count("− x") == 100  # noqa: RUF001


def test_members_of_a_group_are_listed_and_linked() -> None:
    page = read(report(finding(group="g"), finding(group="g", path="b.py"), finding(group="alone", path="c.py")))
    assert page.values("href").count("#group-1") == 2
    assert "2 findings in 2 files" in page.text
    assert "group-2" not in page.values("id")


def test_a_line_is_shown_as_its_whole_group_leaves_it() -> None:
    excerpt = Excerpt(3, ("old or old",))
    first = finding(group="g", excerpt=excerpt, fix=Fix("", (RangeEdit(span(3, 1, 4), "new"),)))
    second = finding(group="g", excerpt=excerpt, fix=Fix("", (RangeEdit(span(3, 8, 11), "new"),)), range=span(3, 8, 11))
    assert read(report(first, second)).text.count("+ new or new") == 2


def test_what_weakens_a_finding_is_said_once_and_linked() -> None:
    weak = finding(
        applicability="unsafe",
        help=f"Own advice. {WEAKENED}stage at a.py:1:1: weak.",
        related=(Related("src/app.py", span(9, 1, 6), "weakens this finding: weak."),),
    )
    page = read(report(weak, by_hand(range=span(9, 1, 6))))
    assert page.text.count("weak.") == 1
    assert "Own advice." in page.text
    assert page.values("href").count("#open-2") == 2


def test_what_was_removed_and_what_hides_is_said() -> None:
    said = read(FULL).text
    for part in (
        "Removed from the data",
        "assignmentRequestCreated",
        "Hidden by a comment.",
        "Hidden by the baseline.",
    ):
        assert part in said


def test_errors_and_folded_findings_are_said() -> None:
    said = read(FULL).text
    for part in ("2 errors", "Permission denied", "a worker died", "… and 12 more of CEX102, not listed"):
        assert part in said


def test_the_counts_of_a_picture_are_told_in_words_too() -> None:
    markup = rendered("html", FULL)
    assert "<title>13 safe, 1 unsafe, 2 by hand, 1 fixed</title>" in markup  # 12 of the safe ones are folded


def test_a_merged_report_has_a_row_for_each_of_its_reports() -> None:
    part = Summary(files_scanned=12, findings=3, by_applicability={"safe": 2, "unsafe": 1, "manual": 0}, errors=4)
    page = read(report(finding(), parts=(Part("one.json", part), Part("<two>.json", Summary()))))
    assert "one.json123210004" in page.text
    assert "<two>.json" in page.text


def test_a_rule_of_a_newer_version_is_shown_without_its_page() -> None:
    page = read(Report("check", "beta", findings=(finding(code="CEX777", applicability="strange"),)))
    assert "CEX777" in page.text
    assert "strange" in page.text


def test_the_next_commands_carry_the_arguments_of_the_run() -> None:
    assert "migrate-ext fix src --target v1.0" in read(ONE, Style(arguments="src --target v1.0")).text


def test_a_clean_run_says_so_and_has_nothing_to_filter() -> None:
    page = read(NOTHING)
    assert "No deprecated shapes found in 7 files." in page.text
    assert "form" not in dict(page.tags)
