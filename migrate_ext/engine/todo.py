"""Comments above what is left to do by hand, for `fix --todo`."""

from __future__ import annotations

import ast
import bisect
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from migrate_ext.core.edits import apply_edits
from migrate_ext.core.model import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from migrate_ext.core.model import Verdict
    from migrate_ext.core.source import Source


def noted(verdicts: Iterable[tuple[Verdict, str]], sources: Mapping[str, Source]) -> list[Verdict]:
    """The verdicts, each with the edit that writes its message as a comment above its statement.

    Of each code and statement one comment is enough, and none is written where it stands already or where it would
    be more than a comment.
    """
    by_path: dict[str, dict[tuple[int, str], tuple[Verdict, str]]] = defaultdict(dict)
    starts: dict[str, list[int]] = {}
    for verdict, message in verdicts:
        source = sources[verdict.path]
        if verdict.path not in starts:
            starts[verdict.path] = _statement_lines(source.text)
        index = bisect.bisect_right(starts[verdict.path], source.position(verdict.site.start)[0])
        if index:
            line = starts[verdict.path][index - 1]
            by_path[verdict.path].setdefault((line, verdict.site.code), (verdict, message))
    return [one for path, rows in by_path.items() for one in _of_file(sources[path], rows)]


def _of_file(source: Source, rows: Mapping[tuple[int, str], tuple[Verdict, str]]) -> list[Verdict]:
    made: list[Verdict] = []
    for line, code in sorted(rows):
        verdict, message = rows[line, code]
        mark = f"# TODO({code}): "
        if any(mark in comment for comment in _comments_above(source, line)):
            continue
        start = source.line_starts[line - 1]
        text = source.line(line)
        indent = text[: len(text) - len(text.lstrip())]
        whole = source.text[start : source.line_starts[line]] if line < len(source.line_starts) else text + "\n"
        comment = f"{indent}{mark}{message}; see `migrate-ext rules {code}`{whole[len(text) :]}"
        if made and made[-1].edits[0].start == start:  # two codes of one statement share one place
            comment = made[-1].edits[0].text + comment
            made[-1] = replace(made[-1], edits=(Edit(start, start, comment),))
        else:
            made.append(replace(verdict, group=None, edits=(Edit(start, start, comment),)))
    meaning = _meaning(source.text, ())
    if _meaning(source.text, made) == meaning:
        return made
    return [verdict for verdict in made if _meaning(source.text, [verdict]) == meaning]


def _comments_above(source: Source, line: int) -> Iterable[str]:
    while line > 1 and (text := source.line(line := line - 1).strip()).startswith("#"):
        yield text


def _meaning(text: str, made: Iterable[Verdict]) -> str:
    """What the text says to Python without its comments; nothing where that cannot be told."""
    try:
        return ast.dump(ast.parse(apply_edits(text, [edit for verdict in made for edit in verdict.edits])))
    except (SyntaxError, RecursionError):
        return ""


def _statement_lines(text: str) -> list[int]:
    """The lines (from 1) at which a statement, a decorator, a handler or a case begins, in order."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.stmt, ast.ExceptHandler)):
            lines.add(node.lineno)
            lines.update(decorator.lineno for decorator in getattr(node, "decorator_list", ()))
        elif isinstance(node, ast.match_case):
            lines.add(node.pattern.lineno)
    return sorted(lines)
