"""Classes that are made by a call with their fields: `TypedDict("Run", {"stage": str})` is what a `class` would say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migrate_ext.languages.python import ir

if TYPE_CHECKING:
    from collections.abc import Callable

Field = tuple[ir.String, tuple[int, int], ir.Expr, ir.Expr | None]
"""The literal that names a field and the span of the name in it, the annotation, and what defines the field."""

_UNTYPED = ir.Constant(None)

_MAKERS = {"TypedDict", "NamedTuple", "namedtuple", "make_dataclass"}


def record(
    name: str, start: int, value: ir.Expr, unquoted: Callable[[ir.Expr], ir.Expr]
) -> tuple[ir.Class, set[ir.String]] | None:
    """The class that `name = value` makes, and the literals that are names in it; None where it makes none."""
    match value:
        case ir.Call(function=ir.Name(id=maker) | ir.Attribute(name=maker), args=[first, second, *_]) if (
            maker in _MAKERS and isinstance(first.value, ir.String)
        ):
            pass
        case _:
            return None
    fields = _fields(second.value)
    if fields is None or not all(literal.text.plain for literal, *_ in fields):
        return None
    body: list[ir.Stmt] = []
    for literal, (begin, end), annotation, definition in fields:
        target = ir.Name(literal.text.value[begin:end], literal.text.at(begin))
        body.append(ir.Annotated(target, unquoted(annotation), definition))
    base = ir.Item(value.function, value.start, value.open)
    keywords = [item for item in value.args if item.name is not None]
    literals = {first.value, *(literal for literal, *_ in fields)}
    return ir.Class(name, start, [base, *keywords], body, []), literals


def _fields(node: ir.Expr) -> list[Field] | None:
    match node:
        case ir.Dict(items=items):
            return _all([_named(item.key, item.value, None) for item in items])
        case ir.Display(items=items):
            return _all([_of_item(item.value) for item in items])
        case ir.String(text=text):
            return [(node, found.span(), _UNTYPED, None) for found in re.finditer(r"\w+", text.value)]
        case _:
            return None


def _of_item(node: ir.Expr) -> Field | None:
    match node:
        case ir.String():
            return _named(node, _UNTYPED, None)
        case ir.Display(items=[name, kind]):
            return _named(name.value, kind.value, None)
        case ir.Display(items=[name, kind, definition]):
            return _named(name.value, kind.value, definition.value)
        case _:
            return None


def _named(name: ir.Expr | None, annotation: ir.Expr, definition: ir.Expr | None) -> Field | None:
    if not isinstance(name, ir.String):
        return None
    return name, (0, len(name.text.value)), annotation, definition


def _all(fields: list[Field | None]) -> list[Field] | None:
    found = [field for field in fields if field is not None]
    return found if len(found) == len(fields) else None
