"""The catalogue is the only module that spells Graph's names; all others derive them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from migrate_ext.graph import catalogue
from migrate_ext.graph.names import pascal, snake

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(catalogue.__file__).parents[1]
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != Path(catalogue.__file__))
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
NAMED = (ast.Name, ast.Attribute, ast.arg, ast.keyword, ast.alias, *DOCUMENTED[1:])


def graph_names() -> set[str]:
    """All of Graph's names that are no everyday words, in every spelling."""
    names = {catalogue.AREA, *catalogue.SEGMENTS, *catalogue.REPLACED}
    for row in catalogue.TYPES.values():
        names |= {row.name, *(prop.name for prop in row.properties), *(member.name for member in row.members)}
    of_several_words = {name for name in names if name != name.lower()}
    return {spell(name) for name in of_several_words for spell in (str, pascal, snake)}


NAMES = re.compile("|".join(sorted(map(re.escape, graph_names()), key=len, reverse=True)))


def literals_and_identifiers(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string and every identifier, docstrings (of attributes too) aside."""
    prose = {
        statement.value
        for node in ast.walk(tree)
        if isinstance(node, DOCUMENTED)
        for statement in node.body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and node not in prose:
            yield node.lineno, node.value if isinstance(node.value, str) else node.value.decode("latin-1")
        elif isinstance(node, NAMED):
            for field in ("id", "attr", "arg", "name"):
                word = getattr(node, field, None)
                if isinstance(word, str):
                    yield getattr(node, "lineno", 0), word


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_other_module_spells_a_name_of_graph(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found = [
        f"line {line}: {match[0]}" for line, text in literals_and_identifiers(tree) for match in NAMES.finditer(text)
    ]
    assert not found


def test_the_search_finds_names_in_literals_and_identifiers_but_not_in_docstrings() -> None:
    """The guard itself works: else a clean result would mean nothing."""
    tree = ast.parse(
        'def f(customExtensionId):\n    """accessPackage"""\n    return f"{x}/accessPackages", b"requestSent"\n'
    )
    found = {match[0] for _, text in literals_and_identifiers(tree) for match in NAMES.finditer(text)}
    assert found == {"customExtensionId", "accessPackages", "requestSent"}
