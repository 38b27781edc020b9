"""The edit behind "ignore this here": a comment where one may stand."""

from __future__ import annotations

import bisect
import contextlib
import io
import re
import tokenize
from typing import TYPE_CHECKING

from migrate_ext.core.model import Draft, Edit
from migrate_ext.core.source import Source
from migrate_ext.core.suppressions import MARKER
from migrate_ext.graph import catalogue
from migrate_ext.languages.documents import YAML_SUFFIXES

if TYPE_CHECKING:
    from migrate_ext.core.finding import Finding

_COMMENTS = {**dict.fromkeys(YAML_SUFFIXES, "#"), **dict.fromkeys((".jsonc", ".json5", ".code-workspace"), "//")}
"""How a comment begins, by the end of a document's name."""
_OWN = re.compile(rf"{MARKER}\s*ignore\s*\[([^\[\]]*)\]")
_NEVER = (catalogue.UNPARSABLE, catalogue.UNUSED_SUPPRESSION)


def suppressing(source: Source, finding: Finding, start: int) -> tuple[Edit, ...]:
    """The edits that hide the finding at an offset; none where its language has no comments."""
    if finding.code in _NEVER:
        return ()
    if finding.language == "python":
        edit = _in_python(source, start, finding.code)
        return () if edit is None else (edit,)
    if finding.language == "notebook":
        return _in_notebook(source.text, start, finding)
    mark = next((mark for suffix, mark in _COMMENTS.items() if source.path.lower().endswith(suffix)), None)
    if mark is None:
        return ()
    _, end = source.line_span(source.position(start)[0])
    return (_comment(source.text, end, mark, finding.code),)


def _comment(text: str, end: int, mark: str, code: str) -> Edit:
    """A comment at the end of a line, or one more code in the one that stands there."""
    begin = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
    own = _OWN.search(text, begin, end)
    if own is not None:
        return Edit(own.end() - 1, own.end() - 1, f", {code}" if own[1].strip() else code)
    blank = len(text[begin:end]) - len(text[begin:end].rstrip())
    return Edit(end - blank, end, f"  {mark} {MARKER} ignore[{code}]")


def _in_python(source: Source, start: int, code: str) -> Edit | None:
    """At the end of the statement (of a compound one, of its header), where a comment may always stand."""
    with contextlib.suppress(tokenize.TokenError, SyntaxError):
        for token in tokenize.generate_tokens(io.StringIO(source.text, newline="").readline):
            if token.type == tokenize.NEWLINE:
                end = source.offset(token.start[0], token.start[1] + 1)
                if end >= start:
                    return _comment(source.text, end, "#", code)
    return None


def _in_notebook(text: str, start: int, finding: Finding) -> tuple[Edit, ...]:
    from migrate_ext.languages.documents.notebooks import notebook_cells, python_text

    cells = notebook_cells(text) or []
    cell = next((cell for cell in cells if cell.number == finding.cell), None)
    code = python_text(cell.text) if cell is not None else None
    if cell is None or code is None:
        return ()
    inside = bisect.bisect_left(range(len(code)), start, key=cell.at)
    edit = _in_python(Source("", code, "utf-8"), inside, finding.code)
    if edit is None:
        return ()
    return tuple(Edit(first, last, str(new)) for first, last, new in cell.drafts(Draft(*edit), text))
