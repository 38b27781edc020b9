"""Texts that make a regular expression slow if any do: what it repeats, repeated, and then not what it waits for."""

from __future__ import annotations

import ast
import contextlib
import importlib
import inspect
import pkgutil
import re
import signal
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import migrate_ext

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEARCHING = {"search", "finditer", "findall", "sub", "subn", "split"}
SIZE = 60_000
"""Code points: what takes quadratic time needs seconds for so many."""
SECONDS = 0.5
TOKEN_BY_TOKEN = {f"migrate_ext.graph.jsontext.{name}" for name in ("_TOKEN", "_TOKEN_OR_HOLE")}
"""Each match begins where the one before ended, and the first place without one ends the reading."""


class Used(NamedTuple):
    """A regular expression of the package, and whether it is looked for everywhere in a text."""

    where: str
    pattern: re.Pattern[Any]
    searched: bool


def of_package() -> Iterator[Used]:
    """All that a module holds, makes once, or uses in passing."""
    for info in pkgutil.walk_packages(migrate_ext.__path__, "migrate_ext."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        methods = {ast.unparse(func.value): set[str]() for func in calls if isinstance(func, ast.Attribute)}
        for func in calls:
            if isinstance(func, ast.Attribute):
                methods[ast.unparse(func.value)].add(func.attr)
        for name, value in vars(module).items():
            for pattern in _patterns(value, info.name):
                used = methods.get(name, set()) | methods.get(f"{name}()", set())
                where = f"{info.name}.{name}"
                anywhere = where not in TOKEN_BY_TOKEN and (not used or not SEARCHING.isdisjoint(used))
                yield Used(where, pattern, anywhere)
        for node in ast.walk(tree):
            match node:
                case ast.Call(ast.Attribute(ast.Name("re"), method), [ast.Constant(text), *_]) if method != "compile":
                    yield Used(f"{info.name}:{node.lineno}", re.compile(text), method in SEARCHING)


def _patterns(value: object, module: str) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _patterns(item, module)
    elif callable(value) and hasattr(value, "cache_info") and value.__module__ == module and not _parameters(value):
        yield from _patterns(value(), module)


def _parameters(function: Callable[..., Any]) -> bool:
    return bool(inspect.signature(function).parameters)


def attacks(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Pieces before, the piece that is repeated, and the piece after, made into texts."""
    for before, body in _pumps(_parsed(pattern), ""):
        for after in ("", "\x00", "\x00\n", "a"):
            for piece in {body, body + before} - {""}:
                repeated = piece * (SIZE // len(piece))
                yield before + repeated + after
                yield repeated + after


def _parsed(pattern: re.Pattern[Any]) -> list[tuple[Any, Any]]:
    parsed: Any = sre_parse.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    return list(parsed)


def _pumps(items: list[tuple[Any, Any]], before: str) -> Iterator[tuple[str, str]]:
    """For each repetition what comes before it, at the least, and what it repeats."""
    for kind, value in items:
        name = str(kind)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = value
            yield from _pumps(list(body), before)
            if most == sre_parse.MAXREPEAT:
                for sample in _samples(list(body)):
                    yield before, sample
        elif name == "SUBPATTERN":
            yield from _pumps(list(value[3]), before)
        elif name == "ATOMIC_GROUP":
            yield from _pumps(list(value), before)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _pumps(list(branch), before)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _pumps(list(value[1]), before)
        before += next(iter(_samples([(kind, value)])))


def _samples(items: list[tuple[Any, Any]]) -> list[str]:
    """Some texts that match: one for each alternative and each kind of character, the shortest."""
    found = [""]
    for kind, value in items:
        found = [text + more for text in found[:12] for more in _of_item(str(kind), value)][:12]
    return list(dict.fromkeys(found))


def _of_item(name: str, value: Any) -> list[str]:
    match name:
        case "LITERAL":
            found = [chr(value)]
        case "NOT_LITERAL":
            found = ["a" if value != ord("a") else "b"]
        case "ANY":
            found = ["a", " "]
        case "IN":
            chars = "a0 \t\n'\".,/?=\\[({$%@#-_A\x01"
            found = [char for char in chars if _in_class(char, value)][:5] or [_first(value)]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, body = value
            found = [text * least for text in _samples(list(body))] if least else ["", *_samples(list(body))]
        case "SUBPATTERN":
            found = _samples(list(value[3]))
        case "ATOMIC_GROUP":
            found = _samples(list(value))
        case "BRANCH":
            found = [text for branch in value[1] for text in _samples(list(branch))[:2]][:8]
        case "AT" if str(value).endswith("BEGINNING"):
            found = ["\n", ""]
        case _:
            found = [""]
    return found


def _first(value: Any) -> str:
    for kind, part in value:
        if str(kind) == "LITERAL":
            return chr(part)
        if str(kind) == "RANGE":
            return chr(part[0])
    return "a"


def _in_class(char: str, value: Any) -> bool:
    negated = str(value[0][0]) == "NEGATE"
    found = False
    for kind, part in value:
        name = str(kind)
        if name == "LITERAL":
            found |= ord(char) == part
        elif name == "RANGE":
            found |= part[0] <= ord(char) <= part[1]
        elif name == "CATEGORY":
            category = str(part).removeprefix("CATEGORY_")
            tests = {"DIGIT": char.isdigit(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}
            found |= tests[category.removeprefix("NOT_")] != category.startswith("NOT_")
    return found != negated


class _TooSlowError(Exception):
    pass


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise _TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def too_slow(used: Used) -> str | None:
    """How a text begins for which the expression needs too long, in time of this process."""
    for text in dict.fromkeys(attacks(used.pattern)):
        subject: Any = text.encode("latin-1", "replace") if isinstance(used.pattern.pattern, bytes) else text
        try:
            with _limited():
                if used.searched:
                    for _ in used.pattern.finditer(subject):
                        pass
                else:
                    used.pattern.match(subject)
        except _TooSlowError:
            return text[:60]
    return None
