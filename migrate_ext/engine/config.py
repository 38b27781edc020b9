"""The configuration file: where it is, what it may say, and errors that name the nearest valid key."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from migrate_ext.engine.discovery import relative
from migrate_ext.engine.options import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

OWN_FILE, SHARED_FILE = "migrate-ext.toml", "pyproject.toml"
TABLE = "migrate-ext"


class Config(NamedTuple):
    """What a configuration file says; None where it says nothing."""

    path: str | None = None
    """The file, or None where there is none."""
    base: str = "."
    """The folder that its paths and globs are relative to."""
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    target: str | None = None
    unsafe_fixes: bool = False
    baseline: str | None = None
    sdk_modules: tuple[str, ...] = ()


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.5) -> str:
    """A hint that names the known word most like `word`, or all of them."""
    import difflib

    words = sorted(known)
    close = difflib.get_close_matches(word, words, n=1, cutoff=likeness)
    return f"did you mean {close[0]!r}?" if close else "known: " + ", ".join(words)


def check_codes(codes: Sequence[str], where: str) -> tuple[str, ...]:
    """Codes and prefixes of codes as the solver takes them; each must name at least one rule."""
    from migrate_ext.graph.catalogue import RULES

    for code in codes:
        if not code or not any(rule.startswith(code) for rule in RULES):
            message = f"{where}: no rule has the code {code!r}; {nearest(code, RULES, likeness=0.8)}"
            raise UsageError(message)
    return tuple(codes)


def check_target(target: str, where: str) -> str:
    """One of the two versions of the Graph API."""
    from migrate_ext.core.model import VERSIONS

    if target not in VERSIONS:
        message = f"{where}: {target!r} is no version of the API; use one of {', '.join(VERSIONS)}"
        raise UsageError(message)
    return target


def common_folder(paths: Sequence[str]) -> str:
    """The deepest folder above all given paths."""
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in map(os.path.abspath, paths)]
    return os.path.commonpath(folders or [os.getcwd()])


def find(start: str) -> Config:
    """The nearest configuration at or above a folder, not looked for above a repository's root."""
    folder = start
    while True:
        own, shared = os.path.join(folder, OWN_FILE), os.path.join(folder, SHARED_FILE)
        if os.path.isfile(own):
            return load(own)
        if os.path.isfile(shared) and (table := _table(shared)) is not None:
            return _parse(shared, table)
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return Config()
        folder = above


def load(path: str) -> Config:
    """Read one configuration file: `migrate-ext.toml`, or a `pyproject.toml` with the tool's table."""
    if os.path.basename(path) == SHARED_FILE:
        return _parse(path, _table(path) or {})
    return _parse(path, _read(path))


def _read(path: str) -> dict[str, Any]:
    import tomllib

    try:
        with open(path, "rb") as stream:
            return tomllib.load(stream)
    except OSError as error:
        message = f"{relative(path)}: {error.strerror}: name a file that can be read"
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{relative(path)}: not valid TOML: {error}"
    raise UsageError(message)


def _table(path: str) -> dict[str, Any] | None:
    try:
        with open(path, "rb") as stream:
            if TABLE.encode() not in stream.read():
                return None  # most files have no table of ours: spare them the parse
    except OSError:
        return None
    tool = _read(path).get("tool", {})
    table = tool.get(TABLE) if isinstance(tool, dict) else None
    if table is None or isinstance(table, dict):
        return table
    message = f"{relative(path)}: tool.{TABLE} must be a table"
    raise UsageError(message)


def _parse(path: str, table: dict[str, Any]) -> Config:
    shown = relative(path)
    values: dict[str, Any] = {}
    for key, value in table.items():
        reader = _READERS.get(key)
        if reader is None:
            message = f"{shown}: unknown key {key!r}; {nearest(key, _READERS)}"
            raise UsageError(message)
        try:
            values[key.replace("-", "_")] = reader(value)
        except TypeError as error:
            message = f"{shown}: {key!r} must be {error}, not {value!r}"
            raise UsageError(message) from None
        except ValueError as error:
            message = f"{shown}: {key!r}: {error}"
            raise UsageError(message) from None
    base = relative(os.path.dirname(os.path.abspath(path)))
    config = Config(path=shown, base=base, **values)
    _validate(config, shown)
    return config


def _validate(config: Config, shown: str) -> None:
    check_codes(config.select or (), f"{shown}: 'select'")
    check_codes(config.ignore or (), f"{shown}: 'ignore'")
    for glob, codes in config.per_file_ignores:
        check_codes(codes, f"{shown}: 'per-file-ignores': {glob!r}")
    if config.target is not None:
        check_target(config.target, f"{shown}: 'target'")


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        expected = "a list of strings"
        raise TypeError(expected)
    return tuple(value)


def _string(value: object) -> str:
    if not isinstance(value, str):
        expected = "a string"
        raise TypeError(expected)
    return value


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        expected = "true or false"
        raise TypeError(expected)
    return value


def _codes_by_glob(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        expected = "a table of globs, each with a list of codes"
        raise TypeError(expected)
    try:
        return tuple((str(glob), _strings(codes)) for glob, codes in value.items())
    except TypeError:
        expected = "a table of globs, each with a list of codes"
        raise TypeError(expected) from None


def _path_inside(value: object) -> str:
    path = _string(value)
    if os.path.isabs(path) or ".." in path.replace("\\", "/").split("/"):
        expected = f"{path!r} lies outside of the configuration's folder; name such a file on the command line"
        raise ValueError(expected)
    return path


_READERS: dict[str, Callable[[object], Any]] = {
    "select": _strings,
    "ignore": _strings,
    "exclude": _strings,
    "extend-exclude": _strings,
    "per-file-ignores": _codes_by_glob,
    "target": _string,
    "unsafe-fixes": _boolean,
    "baseline": _path_inside,
    "sdk-modules": _strings,
}
KEYS = tuple(_READERS)
"""The keys of the configuration."""
