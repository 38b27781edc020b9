"""One document in every notation, and back."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(
    r"""(?P<double>"(?:[^"\\]|\\.)*")|(?P<single>'(?:[^'\\]|\\.)*')|(?P<comment>//[^\n]*|/\*.*?\*/)"""
    r"""|(?P<key>[A-Za-z_$][\w$]*(?=\s*:))|(?P<comma>,(?=(?:\s|//[^\n]*|/\*.*?\*/)*[}\]]))""",
    re.DOTALL,
)


class Notation(NamedTuple):
    """A way to write a document."""

    name: str
    """Name of a file that holds it."""
    write: Callable[[Any], str]
    read: Callable[[str], Any]


def strict(text: str) -> str:
    """JSON5 as JSON."""

    def token(match: re.Match[str]) -> str:
        if match["single"]:
            return '"' + match[0][1:-1].replace("\\'", "'").replace('"', '\\"') + '"'
        if match["key"]:
            return f'"{match[0]}"'
        return match[0] if match["double"] else ""

    return _TOKEN.sub(token, text)


def commented(value: Any) -> str:
    """JSON with comments and trailing commas."""
    lines = json.dumps(value, indent=2).split("\n")
    for number, line in enumerate(lines):
        closes = number + 1 < len(lines) and lines[number + 1].strip()[:1] in ("}", "]")
        lines[number] = line + ("," if closes and line[-1] not in "{[" else "") + (" // it's a" if number % 3 else "")
    return "/* made */" + "\n".join(lines)


def loose(value: Any) -> str:
    """JSON5: single quotes, keys without quotes, trailing commas."""
    if isinstance(value, list):
        return "[" + "".join(loose(item) + ", " for item in value) + "]"
    if isinstance(value, dict):
        return "{" + "".join(f"{_bare(key)}: {loose(item)},\n" for key, item in value.items()) + "}"
    return _single(value) if isinstance(value, str) else json.dumps(value)


def _single(value: str) -> str:
    return "'" + json.dumps(value)[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"


def _bare(key: str) -> str:
    return key if key.isidentifier() and key.isascii() else _single(key)


def notebook(value: Any) -> str:
    """A cell that loads the text."""
    source = f"import json\n\ndata = json.loads({json.dumps(value)!r})\n"
    cell: dict[str, Any] = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    cell["source"] = source.splitlines(keepends=True)
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def from_notebook(text: str) -> Any:
    """What the cell loads."""
    tree = ast.parse("".join(json.loads(text)["cells"][0]["source"]))
    return json.loads(next(node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)))  # type: ignore[arg-type]


def postman(value: Any) -> str:
    """A request of a collection that sends the text."""
    request = {"method": "PUT", "url": "https://example.com/x", "body": {"mode": "raw", "raw": json.dumps(value)}}
    info = {"name": "x", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}
    return json.dumps({"info": info, "item": [{"name": "one", "request": request}]}, indent="\t")


def requests(value: Any) -> str:
    """A request file."""
    return f"### One\nPUT https://example.com/x\n\n{json.dumps(value, indent=2)}\n\n### Two\nGET https://example.com\n"


NOTATIONS = (
    Notation("a.jsonc", commented, lambda text: json.loads(strict(text))),
    Notation("a.json5", loose, lambda text: json.loads(strict(text))),
    Notation("a.yaml", lambda value: yaml.safe_dump(value, sort_keys=False, allow_unicode=True), yaml.safe_load),
    Notation("a.ndjson", lambda value: json.dumps(value) + "\n", json.loads),
    Notation("a.ipynb", notebook, from_notebook),
    Notation(
        "a.postman_collection",
        postman,
        lambda text: json.loads(json.loads(text)["item"][0]["request"]["body"]["raw"]),
    ),
    Notation("a.http", requests, lambda text: json.loads(text.split("\n\n", 1)[1].split("### Two")[0])),
)
