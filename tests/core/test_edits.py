"""Edits: which of them exclude one another, and what the text is after them."""

from __future__ import annotations

import itertools
import time

import pytest

from migrate_ext.core.edits import apply_edits, collision
from migrate_ext.core.model import Edit


@pytest.mark.parametrize(
    ("accepted", "candidate", "collides"),
    [
        ([Edit(0, 4, "a")], Edit(4, 8, "b"), False),
        ([Edit(0, 4, "a")], Edit(3, 8, "b"), True),
        ([Edit(3, 8, "a")], Edit(0, 4, "b"), True),
        ([Edit(0, 9, "")], Edit(4, 4, "b"), True),
        ([Edit(4, 4, "b")], Edit(0, 9, ""), True),
        ([Edit(0, 4, "a")], Edit(0, 4, "a"), False),
        ([Edit(0, 4, "a")], Edit(0, 4, "b"), True),
        ([Edit(4, 4, "a")], Edit(4, 4, "b"), True),
        ([Edit(4, 4, "a"), Edit(4, 8, "c")], Edit(4, 8, "d"), True),
        ([Edit(0, 4, "a"), Edit(4, 4, "b")], Edit(4, 8, "c"), False),
        ([Edit(0, 2, "a"), Edit(8, 9, "b")], Edit(3, 5, "c"), False),
    ],
)
def test_what_overlaps_or_says_two_things_of_one_place_collides(
    accepted: list[Edit], candidate: Edit, *, collides: bool
) -> None:
    assert (collision(accepted, [candidate]) is not None) is collides


def test_the_edits_of_one_fix_may_collide_among_themselves() -> None:
    assert collision([], [Edit(4, 8, "a"), Edit(0, 5, "b")]) == Edit(0, 5, "b")


def test_a_look_at_the_neighbours_finds_what_a_look_at_all_finds() -> None:
    """All sets of small edits that can be applied together, against each further edit."""
    edits = [Edit(start, end, text) for start in range(4) for end in range(start, 4) for text in "xy"]
    for pair in itertools.combinations(edits, 2):
        if collision([], pair) is not None:
            continue
        for edit in edits:
            each = any(collision([], {one, edit}) is not None for one in pair)
            assert (collision(sorted(pair), [edit]) is not None) is each, (pair, edit)


def test_many_small_fixes_of_one_file_take_no_more_than_their_number() -> None:
    accepted = [Edit(at, at + 1, "") for at in range(0, 400_000, 2)]
    begun = time.perf_counter()
    for edit in accepted:
        assert collision(accepted, [edit]) is None
    assert time.perf_counter() - begun < 10


def test_line_ends_are_kept_as_they_are() -> None:
    assert apply_edits("a\r\nb\rc\n", [Edit(0, 1, "x\r\ny")]) == "x\r\ny\r\nb\rc\n"
