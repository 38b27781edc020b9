"""What a fix makes of its lines, told from a finding alone."""

from __future__ import annotations

import pytest

from migrate_ext.core.finding import Excerpt, Finding, Fix, Position, Range, RangeEdit
from migrate_ext.reports.preview import preview
from tests.reports.samples import by_hand, finding, span


def fixed(excerpt: Excerpt, *edits: RangeEdit, path: str = "src/app.py") -> Finding:
    return finding(path=path, excerpt=excerpt, fix=Fix("Mend it", edits), range=edits[0].range)


def lines(start: tuple[int, int], end: tuple[int, int], new: str = "") -> RangeEdit:
    return RangeEdit(Range(Position(*start), Position(*end)), new)


def shown(target: Finding, *mates: Finding) -> list[str]:
    return [f"{row.mark}{row.line} {row.text}" for row in preview(target, mates)]


def test_a_word_changes_in_its_line() -> None:
    one = fixed(Excerpt(3, ('x["old"]',)), lines((3, 4), (3, 7), "new"))
    assert shown(one) == ['-3 x["old"]', '+3 x["new"]']


def test_the_changed_words_are_told_apart_from_the_rest() -> None:
    one = fixed(Excerpt(3, ('x["old"]',)), lines((3, 4), (3, 7), "new"))
    assert [tuple(row.pieces) for row in preview(one)] == [
        (('x["', False), ("old", True), ('"]', False)),
        (('x["', False), ("new", True), ('"]', False)),
    ]


def test_no_fix_changes_no_line() -> None:
    assert shown(by_hand()) == []


def test_columns_count_code_points() -> None:
    one = fixed(Excerpt(1, ("\U0001f600e\u0301 = old",)), lines((1, 7), (1, 10), "new"))
    assert shown(one)[1] == "+1 \U0001f600e\u0301 = new"


def test_several_edits_share_a_line() -> None:
    one = fixed(Excerpt(1, ("old(old)",)), lines((1, 5), (1, 8), "new"), lines((1, 1), (1, 4), "new"))
    assert shown(one) == ["-1 old(old)", "+1 new(new)"]


def test_lines_between_the_edits_are_left_out() -> None:
    one = fixed(Excerpt(1, ("old", "same", "old")), lines((1, 1), (1, 4), "new"), lines((3, 1), (3, 4), "new"))
    assert shown(one) == ["-1 old", "+1 new", "-3 old", "+3 new"]


def test_a_removed_line_has_no_line_after() -> None:
    one = fixed(Excerpt(2, ("  a,", "  stage,", "  b")), lines((3, 1), (4, 1)))
    assert shown(one) == ["-3   stage,"]


def test_a_line_removed_from_the_end_of_the_line_before_is_the_only_one_taken_away() -> None:
    one = fixed(Excerpt(2, ("  a", "  stage", "}")), lines((2, 4), (3, 8)))
    assert shown(one) == ["-3   stage"]


def test_a_last_member_takes_the_comma_before_it_along() -> None:
    one = fixed(Excerpt(2, ("  a,", "  stage", "}")), lines((2, 4), (3, 8)))
    assert shown(one) == ["-2   a,", "-3   stage", "+2   a"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_line_becomes_several_whatever_ends_them(end: str) -> None:
    one = fixed(Excerpt(1, ("import old",)), lines((1, 1), (1, 11), f"import a{end}import b"))
    assert shown(one) == ["-1 import old", "+1 import a", "+1 import b"]


def test_a_form_feed_ends_no_line() -> None:
    one = fixed(Excerpt(1, ("\x0cold\u2028",)), lines((1, 2), (1, 5), "new"))
    assert shown(one) == ["-1 \x0cold\u2028", "+1 \x0cnew\u2028"]


def test_an_inserted_member_stands_where_it_will_stand() -> None:
    one = fixed(Excerpt(1, ("{",)), lines((1, 2), (1, 2), '"new": 1'))
    assert shown(one) == ["-1 {", '+1 {"new": 1']


def test_an_inserted_line_takes_none_away() -> None:
    one = fixed(Excerpt(1, ("a", "b")), lines((2, 2), (2, 2), "\nc"))
    assert shown(one) == ["+3 c"]


def test_a_cut_line_is_marked_and_its_columns_are_those_of_the_file() -> None:
    one = fixed(Excerpt(1, ('"old": 1',), (5001,)), lines((1, 5002), (1, 5005), "new"))
    assert shown(one) == ['-1 …"old": 1', '+1 …"new": 1']


def test_an_edit_in_a_part_of_a_line_that_is_not_there_is_not_shown() -> None:
    cut = Excerpt(1, ("old",), (100,))
    assert shown(fixed(cut, lines((1, 1), (1, 4), "x"), lines((1, 999), (1, 1002), "x"))) == []


def test_an_edit_on_a_line_that_is_not_there_is_not_shown() -> None:
    assert shown(fixed(Excerpt(5, ("old",)), lines((4, 1), (5, 1)), lines((5, 1), (6, 1)))) == []


def test_what_the_group_does_to_the_same_line_is_shown_too() -> None:
    excerpt = Excerpt(1, ("old or old",))
    first, second = fixed(excerpt, lines((1, 1), (1, 4), "new")), fixed(excerpt, lines((1, 8), (1, 11), "new"))
    assert shown(first, first, second) == ["-1 old or old", "+1 new or new"]


def test_what_the_group_does_to_other_lines_or_files_is_not_shown() -> None:
    excerpt = Excerpt(1, ("old", "old"))
    other_line = fixed(excerpt, lines((2, 1), (2, 4), "new"))
    other_file = fixed(excerpt, lines((1, 1), (1, 2), "x"), path="b.py")
    assert shown(fixed(excerpt, lines((1, 1), (1, 4), "new")), other_line, other_file) == ["-1 old", "+1 new"]


def test_of_edits_that_overlap_only_the_first_is_shown() -> None:
    one = fixed(Excerpt(1, ("old",)), lines((1, 1), (1, 4), "new"), RangeEdit(span(1, 2, 3), "x"))
    assert shown(one) == ["-1 old", "+1 new"]
