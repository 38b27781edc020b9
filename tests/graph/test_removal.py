"""Removing a member, byte by byte (migration.md, 3.3)."""

from __future__ import annotations

import pytest

from migrate_ext.core.edits import apply_edits
from migrate_ext.core.model import Edit
from migrate_ext.graph import jsontext, removal


def without(text: str, name: str) -> str:
    root = jsontext.read(text).root
    spans = [(member.start, member.end) for member in root.members]
    drop = [index for index, member in enumerate(root.members) if member.key == name]
    drafts = removal.remove(text, spans, drop, (root.start + 1, root.end - 1), removal.SLASHES)
    return apply_edits(text, [Edit(start, end, str(new)) for start, end, new in drafts])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"s":1}', "{}"),
        ('{"a":1,"s":2}', '{"a":1}'),
        ('{"s":2,"a":1}', '{"a":1}'),
        ('{ "a": 1, "s": 2 }', '{ "a": 1 }'),
        ('{ "s": 2, "a": 1 }', '{ "a": 1 }'),
        ('{ "a": 1, "s": 2, "b": 3 }', '{ "a": 1, "b": 3 }'),
        ('{\n  "a": 1,\n  "s": 2\n}', '{\n  "a": 1\n}'),
        ('{\r\n  "s": 2,\r\n  "a": 1\r\n}', '{\r\n  "a": 1\r\n}'),
        ('{\n\t"a": 1,\n\n\t"s": 2\n}', '{\n\t"a": 1\n\n}'),
        ('{\n  "s": 1\n}', "{\n}"),
        ('{\n  "s": {\n    "x": 1\n  },\n  "a": 1\n}', '{\n  "a": 1\n}'),
        ('{\n  "a": 1\n, "s": 2\n, "b": 3\n}', '{\n  "a": 1\n, "b": 3\n}'),
        ('{"a": 1, "s": 2,\n "b": 1}', '{"a": 1,\n "b": 1}'),
    ],
)
def test_a_member_takes_one_comma_one_blank_or_its_lines(before: str, after: str) -> None:
    assert without(before, "s") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{\n  "a": 1, // stays\n  "s": 2 // goes\n}', '{\n  "a": 1 // stays\n}'),
        ('{\n  // stays\n  "s": 2, /* goes */\n  "a": 1\n}', '{\n  // stays\n  "a": 1\n}'),
        ('{ "a": 1, /* stays */ "s": 2, "b": 3 }', '{ "a": 1, /* stays */ "b": 3 }'),
        ('{\n  "a": 1,\n  "s": 2,\n}', '{\n  "a": 1,\n}'),
        ('{ "a": 1, "s": 2, }', '{ "a": 1, }'),
    ],
)
def test_only_a_comment_at_the_end_of_its_lines_goes_along(before: str, after: str) -> None:
    assert without(before, "s") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"a": 1, "s": 1, "s": 2}', '{"a": 1}'),
        ('{"s": 1, "a": 1, "s": 2}', '{"a": 1}'),
        ('{"s": 1, "s": 2}', "{}"),
        ('{\n "a": 1,\n "s": 1,\n "s": 2\n}', '{\n "a": 1\n}'),
    ],
)
def test_neighbours_that_go_together_share_their_commas(before: str, after: str) -> None:
    assert without(before, "s") == after
