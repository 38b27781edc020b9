"""Small changes to a file: to its bytes, to its tokens, or to its tree, so that many results can still be parsed."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

PYTHON = (".py", ".pyi", ".pyw")
YAML = (".yaml", ".yml")
JSON = (".json", ".jsonc", ".json5", ".har", ".webmanifest", ".code-workspace", ".postman_collection")
LINES = (".ndjson", ".jsonl")
_BYTES = (
    *(b"\0", b"\r", b"\n", b"\r\n", b"\t", b"\x0c", b"\x1b[0m", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf"),
    *("\u2028".encode(), "é".encode(), "😀".encode(), b"'", b'"', b"\\", b"{", b"}", b"[", b"]", b"(", b")"),
    *(b"#", b"/*", b"*/", b"//", b":", b",", b"%", b"@", b"&", b"*", b"|", b"- ", b"---\n", b"  "),
    *(b"# coding: latin-1\n", b"# migrate-ext: ignore\n", b"stage", b"status", b"customExtensionHandlerInstances"),
)
_TOKEN = re.compile(r"\w+|[ \t]+|\r\n|[^\w \t]", re.DOTALL)
_NAMES = ("stage", "status", "customExtensionHandlers", "customExtensionCalloutInstances", "value", "@odata.type")
_VALUES: tuple[Any, ...] = (None, "", [], {}, 0, -1.5, True, "https://graph.microsoft.com/beta/$batch", "\u2028'\"{")
_HEADS = ("if x:", "for x in y:", "while x:", "try:", "with x as y:", "def f(x, y=None):", "class A:")
_COMMENTS = ("migrate-ext: ignore", "migrate-ext: ignore[CEX1]", "customExtensionHandlers", "é")
_DEEPEST = 12


def mutate(chance: random.Random, content: bytes, other: bytes, suffix: str) -> bytes:
    """A few changes of one level; `other` is a file of the same kind, to take parts from."""
    level: Callable[[random.Random, bytes, bytes, str], bytes] = chance.choices(
        (of_bytes, of_tokens, of_tree), (2, 3, 6)
    )[0]
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = level(chance, content, other, suffix)
    return content


def of_bytes(chance: random.Random, content: bytes, other: bytes, suffix: str) -> bytes:
    """Change bytes with no regard to what they mean."""
    del suffix
    at, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    end = min(end, at + chance.choice((1, 2, 8, 40)))
    piece = chance.randrange(len(other) + 1)
    ending = chance.choice((b"\r\n", b"\r", b"\n\n"))
    made = (
        *(content[:at] + content[end:], content[:end] + content[at:]),
        content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :],
        content[:at] + other[piece : piece + 40] + content[end:],
        content.replace(b"\r\n", b"\n").replace(b"\n", ending),
        _encoded(chance, content),
        *[content[:at] + chance.choice(_BYTES) + content[at:]] * 2,
    )
    return chance.choice(made)


def _encoded(chance: random.Random, content: bytes) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-8-sig", "latin-1"))
    return content.decode("utf-8", "replace").encode(encoding, "replace")


def of_tokens(chance: random.Random, content: bytes, other: bytes, suffix: str) -> bytes:
    """Remove, repeat, swap and replace words and signs."""
    del suffix
    tokens = _TOKEN.findall(content.decode("utf-8", "replace")) or [""]
    others = _TOKEN.findall(other.decode("utf-8", "replace")) or [""]
    at, end = sorted(chance.randrange(len(tokens)) for _ in range(2))
    match chance.randrange(6):
        case 0:
            del tokens[at : at + chance.choice((1, 1, 3, 10))]
        case 1:
            tokens[at:at] = tokens[at : at + chance.choice((1, 3, 10))]
        case 2:
            tokens[at], tokens[end] = tokens[end], tokens[at]
        case 3:
            tokens[at] = chance.choice((*_NAMES, chance.choice(tokens)))
        case 4:
            begin = chance.randrange(len(others))
            tokens[at : at + chance.choice((0, 1, 5))] = others[begin : begin + chance.choice((1, 5, 20))]
        case _:
            words = [index for index, token in enumerate(tokens) if token[0:1].isalnum()]
            if words:
                tokens[chance.choice(words)] = tokens[chance.choice(words)]
    return "".join(tokens).encode()


def of_tree(chance: random.Random, content: bytes, other: bytes, suffix: str) -> bytes:
    """Change statements and expressions, or members and elements; the tokens of what has no tree."""
    for suffixes, change in _TREES.items():
        if suffix in suffixes:
            try:
                return change(chance, content, other)
            except (ValueError, SyntaxError, RecursionError, yaml.YAMLError, TypeError, KeyError, AttributeError):
                break  # it cannot be read as its kind
    return of_tokens(chance, content, other, suffix)


def _of_yaml(chance: random.Random, content: bytes, other: bytes) -> bytes:
    pool = _pool(chance, list(yaml.safe_load_all(other)))
    documents = [_value(chance, document, pool) for document in yaml.safe_load_all(content)]
    flow = chance.choice((None, False, True))
    text: str = yaml.safe_dump_all(documents, default_flow_style=flow, sort_keys=False, allow_unicode=True)
    return text.encode()


def _of_lines(chance: random.Random, content: bytes, other: bytes) -> bytes:
    rows, others = ([json.loads(line) for line in text.splitlines() if line.strip()] for text in (content, other))
    pool = _pool(chance, others)
    return "\n".join(json.dumps(_value(chance, row, pool)) for row in rows).encode()


def _of_json(chance: random.Random, content: bytes, other: bytes) -> bytes:
    return _dumped(chance, _value(chance, json.loads(content), _pool(chance, json.loads(other)))).encode()


def _of_notebook(chance: random.Random, content: bytes, other: bytes) -> bytes:
    notebook, donor = json.loads(content), json.loads(other)
    cells = [cell for cell in notebook["cells"] if cell.get("cell_type") == "code"]
    if not cells or chance.random() < 0.3:
        return _dumped(chance, _value(chance, notebook, _pool(chance, donor))).encode()
    cell = chance.choice(cells)
    source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
    texts = [part for part in _parts(donor) if isinstance(part, str)]
    changed = of_tree(chance, source.encode(), chance.choice([*texts, "x"]).encode(), ".py").decode()
    cell["source"] = chance.choice((changed, changed.splitlines(keepends=True)))
    return _dumped(chance, notebook).encode()


def _of_python(chance: random.Random, content: bytes, other: bytes) -> bytes:
    return _python(chance, content.decode(), other.decode()).encode("utf-8", "surrogatepass")


_TREES: dict[tuple[str, ...], Callable[[random.Random, bytes, bytes], bytes]] = {
    PYTHON: _of_python,
    YAML: _of_yaml,
    LINES: _of_lines,
    (".ipynb",): _of_notebook,
    JSON: _of_json,
}


def _dumped(chance: random.Random, value: object) -> str:
    layout: dict[str, Any] = chance.choice(
        ({"indent": 2}, {"indent": "\t"}, {"separators": (",", ":")}, {}, {"indent": 4, "separators": (" ,", " : ")})
    )
    text = json.dumps(value, ensure_ascii=chance.random() < 0.5, **layout)
    return text.replace("\n", chance.choice(("\n", "\n", "\r\n")))


def _parts(value: object) -> list[object]:
    """A value and all that is in it."""
    found, waiting = [], [value]
    while waiting:
        item = waiting.pop()
        found.append(item)
        if isinstance(item, dict):
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
    return found


def _pool(chance: random.Random, value: object) -> list[object]:
    parts = _parts(value)
    return chance.sample(parts, min(len(parts), 20))


def _value(chance: random.Random, value: Any, pool: Sequence[object]) -> Any:
    """A copy of a value with one part changed."""
    path: list[Any] = []
    inner = value
    while isinstance(inner, dict | list) and inner and len(path) < _DEEPEST and chance.random() < 0.85:
        key = chance.choice(list(inner)) if isinstance(inner, dict) else chance.randrange(len(inner))
        path.append(key)
        inner = inner[key]
    return _changed(chance, value, path, pool)


def _changed(chance: random.Random, value: Any, path: Sequence[Any], pool: Sequence[object]) -> Any:
    if not path:
        return _replaced(chance, value, pool)
    key = path[0]
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    if len(path) > 1:
        copy[key] = _changed(chance, copy[key], path[1:], pool)
        return copy
    match chance.randrange(6):
        case 0:
            del copy[key]
        case 1 if isinstance(copy, dict):
            new = chance.choice((*_NAMES, *map(str, copy)))
            copy = {new if name == key else name: item for name, item in copy.items()}
        case 1:
            copy.insert(key, copy[key])
        case 2 if isinstance(copy, dict):
            copy[chance.choice(_NAMES)] = chance.choice(pool)
        case 3 if isinstance(copy, dict):
            rows = list(copy.items())
            chance.shuffle(rows)
            copy = dict(rows)
        case _:
            copy[key] = _replaced(chance, copy[key], pool)
    return copy


def _replaced(chance: random.Random, value: Any, pool: Sequence[object]) -> Any:
    match chance.randrange(7):
        case 0:
            return json.dumps(value, default=str)
        case 1:
            return [value, value]
        case 2:
            return {"value": [value]}
        case 3 if isinstance(value, str):
            return _word(chance, value)
        case 4:
            return chance.choice(
                (None, "", [], {}, 0, -1.5, True, "https://graph.microsoft.com/beta/$batch", "\u2028'\"{")
            )
        case _:
            return chance.choice(pool)


def _word(chance: random.Random, text: str) -> str:
    tokens = _TOKEN.findall(text) or [""]
    tokens[chance.randrange(len(tokens))] = chance.choice((*_NAMES, *tokens, "/", "?$expand=", "'", "{", "%27", "\\"))
    return "".join(tokens)


def _python(chance: random.Random, text: str, other: str) -> str:
    """The source of one node put in the place of another, wrapped, removed or repeated; layout and comments stay."""
    tree = ast.parse(text)
    if chance.random() < 0.15:
        return ast.unparse(tree)
    if chance.random() < 0.4:
        return _statements(chance, text, tree, other)
    places = _expressions(text, tree)
    if not places:
        return text
    start, end = chance.choice(places)
    held = text[start:end]
    donors = [other[begin:stop] for begin, stop in _expressions(other, _tree(other))] or ["None"]
    new = chance.choice(donors)
    wrapped = (
        *(f"({held})", f"({new})", f"[{held}, {new}]", f"({held} if {new} else None)", f"(lambda: {held})"),
        *(f"[x for x in {held}]", f"dict(a={held})", f"({held}, *{new})", f"({held} or {new})", f"({held} == {new})"),
        *(f"str({held})", f"{held}.get('stage')", f"{held}['status']", f"(not {held})", f"{{'stage': {held}}}"),
        *(f"{{**{held}}}", f"(x := {held})", f"next(iter({held}))", f"({held})[0]", f"({held}\n)"),
    )
    return text[:start] + chance.choice(wrapped) + text[end:]


def _tree(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError):
        return ast.Module([], [])


def _starts(text: str) -> list[int]:
    starts = [0]
    for line in text.splitlines(keepends=True) if "\x0c" not in text else text.split("\n"):
        starts.append(starts[-1] + len(line))
    return starts


def _expressions(text: str, tree: ast.Module) -> list[tuple[int, int]]:
    if not text.isascii() or "\r" in text or "\x0c" in text or "\x0b" in text:
        return []  # columns of `ast` are bytes
    starts = _starts(text)
    return [
        (starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset)
        for node in ast.walk(tree)
        if isinstance(node, ast.expr) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        if node.end_lineno is not None and node.end_col_offset is not None
    ]


def _statements(chance: random.Random, text: str, tree: ast.Module, other: str) -> str:
    """Whole lines of one statement removed, repeated, indented into a block, or put before another."""
    lines = text.splitlines(keepends=True)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    if not nodes:
        return text
    node = chance.choice(nodes)
    first, last = node.lineno - 1, node.end_lineno or node.lineno
    held = lines[first:last]
    pad = " " * node.col_offset
    match chance.randrange(6):
        case 0:
            lines[first:last] = [f"{pad}pass\n"]
        case 1:
            lines[first:first] = held
        case 2:
            head = chance.choice(_HEADS)
            tail = f"{pad}finally:\n{pad}    pass\n" if head == "try:" else ""
            lines[first:last] = [f"{pad}{head}\n", *(f"    {line}" for line in held), tail]
        case 3:
            target = chance.choice(nodes)
            lines[target.lineno - 1 : target.lineno - 1] = [
                " " * target.col_offset + line.removeprefix(pad) for line in held
            ]
        case 4:
            givers = _tree(other).body
            if givers:
                giver = chance.choice(givers)
                taken = other.splitlines(keepends=True)[giver.lineno - 1 : giver.end_lineno]
                lines[first:first] = [pad + line for line in taken]
        case _:
            comment = chance.choice(_COMMENTS)
            lines[first] = lines[first].rstrip("\r\n") + f"  # {comment}\n"
    return "".join(lines)
