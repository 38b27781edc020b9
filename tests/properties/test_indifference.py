"""What has no meaning makes no difference: layout, comments, the user's own names, the order of files."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties import running
from tests.properties.programs import blocks, documents, layouts, program, trees
from tests.properties.sandbox import QUICK, check, findings, fixed, folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests import laws

MODES = pytest.mark.parametrize("flags", [(), ("--unsafe",)], ids=["safe", "unsafe"])
FEW = settings(QUICK, max_examples=12)
_INSERTED = re.compile(r"^[ \t]*# inserted alone\n|^[ \t]*\n[ \t]*# inserted below a blank line\n", re.MULTILINE)


def insert(text: str, draw: st.DataObject) -> str:
    """The module with comments, and blank lines above some of them, before some of its statements."""
    lines = text.splitlines(keepends=True)
    firsts = {
        min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", ()))]): node.col_offset
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.stmt) and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    }
    for line in sorted(draw.draw(st.sets(st.sampled_from(sorted(firsts)))), reverse=True):
        blank = draw.draw(st.booleans())
        comment = " " * firsts[line] + ("# inserted below a blank line\n" if blank else "# inserted alone\n")
        lines.insert(line - 1, "\n" * blank + comment)
    return "".join(lines)


def encoded(files: dict[str, str]) -> laws.Tree:
    return {path: text.encode() for path, text in files.items()}


def essence(found: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """What findings say, their lines aside."""
    return [
        (row["path"], row["code"], row["symbol"], row["applicability"], row["range"]["start"]["column"])
        for row in found
    ]


@MODES
@QUICK
@given(chosen=blocks, data=st.data())
def test_comments_and_blank_lines(flags: tuple[str, ...], chosen: list[str], data: st.DataObject) -> None:
    text = program(chosen)
    wider = insert(text, data)
    before, after = {"m.py": text.encode()}, {"m.py": wider.encode()}
    assert essence(findings(before)) == essence(findings(after))
    assert _INSERTED.sub("", fixed(after, *flags)["m.py"].decode()) == fixed(before, *flags)["m.py"].decode()


@MODES
@QUICK
@given(chosen=blocks)
def test_the_users_own_names(flags: tuple[str, ...], chosen: list[str]) -> None:
    short, long = program(chosen), program(chosen, "quite_a_long_{}_{}_name")
    renamed = re.compile(r"([Vv])([xyzw])(\d)", re.IGNORECASE)

    def lengthen(match: re.Match[str]) -> str:
        name = f"quite_a_long_{match[2].lower()}_{match[3]}_name"
        return name.title() if match[1] == "V" else name

    assert renamed.sub(lengthen, short) == long
    before, after = ({"m.py": text.encode()} for text in (short, long))
    assert renamed.sub(lengthen, fixed(before, *flags)["m.py"].decode()) == fixed(after, *flags)["m.py"].decode()
    assert [row[:4] for row in essence(findings(before))] == [row[:4] for row in essence(findings(after))]


@MODES
@FEW
@given(made=running.programs(), data=st.data())
def test_comments_and_blank_lines_where_values_travel(
    flags: tuple[str, ...], made: running.Program, data: st.DataObject
) -> None:
    _, files = made
    before = encoded(files)
    after = encoded({path: insert(text, data) for path, text in files.items()})
    assert essence(findings(before)) == essence(findings(after))
    assert {path: _INSERTED.sub("", text.decode()).encode() for path, text in fixed(after, *flags).items()} == fixed(
        before, *flags
    )


@MODES
@FEW
@given(made=running.programs())
def test_the_users_own_names_where_values_travel(flags: tuple[str, ...], made: running.Program) -> None:
    _, files = made

    def renamed(tree: laws.Tree) -> laws.Tree:
        """The names that stand for themselves in a program are a letter and numbers."""
        return {path: re.sub(rb"\b([a-zA-Z])(\d[_x]\d+)", rb"\1nother_\2", text) for path, text in tree.items()}

    before = encoded(files)
    after = renamed(before)
    assert [row[:4] for row in essence(findings(before))] == [row[:4] for row in essence(findings(after))]
    assert renamed(fixed(before, *flags)) == fixed(after, *flags)


@MODES
@FEW
@given(made=running.programs(), data=st.data())
def test_the_order_of_imports_functions_and_classes(
    flags: tuple[str, ...], made: running.Program, data: st.DataObject
) -> None:
    _, files = made
    orders = {path: data.draw(st.permutations(range(1, len(running.parts(text))))) for path, text in files.items()}

    def reordered(tree: laws.Tree) -> laws.Tree:
        """The same parts in another order; the imports come first, the other way round."""
        found = {}
        for path, text in tree.items():
            imports, *_ = parts = running.parts(text.decode())
            fixed_part, own = imports.split("\n\nROOT", 1)
            root, *lines = own.splitlines(keepends=True)
            held = [f"{fixed_part}\n\nROOT{root}{''.join(lines[::-1])}", *(parts[index] for index in orders[path])]
            found[path] = running.joined(held).encode()
        return found

    before = encoded(files)
    after = reordered(before)
    assert sorted(_without_column(before)) == sorted(_without_column(after))
    assert reordered(fixed(before, *flags)) == fixed(after, *flags)


def _without_column(files: laws.Tree) -> list[tuple[Any, ...]]:
    """What is found, with the text of the line instead of its place."""
    lines = {path: text.decode().split("\n") for path, text in files.items()}
    return [
        (*said[:4], lines[said[0]][row["range"]["start"]["line"] - 1])
        for row in findings(files)
        for said in essence([row])
    ]


@settings(QUICK, max_examples=5)
@given(made=running.programs(), data=st.data())
def test_the_number_of_workers(made: running.Program, data: st.DataObject) -> None:
    _, files = made
    paths = data.draw(st.permutations(sorted(files)))
    with folder(encoded(files)):
        assert check("--jobs", "2", *paths).report == check("--jobs", "1", ".").report


@QUICK
@given(files=trees, data=st.data())
def test_the_order_in_which_files_are_given(files: laws.Tree, data: st.DataObject) -> None:
    paths = data.draw(st.permutations(sorted(files)))
    with folder(files):
        assert check(*paths).report == check(*sorted(files)).report


@MODES
@QUICK
@given(document=documents, one=layouts, other=layouts)
def test_the_layout_of_a_document(flags: tuple[str, ...], document: object, one: Any, other: Any) -> None:
    made = [fixed({"d.json": json.dumps(document, **layout).encode()}, *flags)["d.json"] for layout in (one, other)]
    assert json.loads(made[0]) == json.loads(made[1])
    assert list(_keys(json.loads(made[0]))) == list(_keys(json.loads(made[1])))


def _keys(value: object) -> list[str]:
    """All keys in their order."""
    if isinstance(value, dict):
        return [word for key, inner in value.items() for word in (key, *_keys(inner))]
    return [word for inner in value for word in _keys(inner)] if isinstance(value, list) else []
