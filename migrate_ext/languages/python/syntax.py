"""A guarded parse, and where each node of LibCST's tree stands.

LibCST crashes the process on deep or long expressions; `ast.parse` is an eighth of its cost and fails in a way that
can be caught, so it goes first and says whether LibCST may look at the file.
"""

from __future__ import annotations

import ast
import re
import sys
import warnings
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

import libcst as cst
from libcst._nodes.internal import CodegenState  # the only way to count code points in one pass

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 900
"""Levels of nesting that LibCST's code generation takes without trouble (measured: it fails above 2,000)."""

_DEEP = "it is nested too deeply"
_SIMPLE_LENGTH = 600
"""A simple statement that is shorter than this in lines or columns cannot be nested too deeply."""

MAX_TOKENS = 600_000
"""Words, signs and line ends that a file may hold: LibCST's tree takes some two kilobytes for each."""

_MAX_ATTEMPTS = 1 << 17
"""How often LibCST may try the brackets in the patterns of `case`, which it reads anew at each level."""
_CHEAP = 6
"""Brackets that are tried less often than two to this are not counted."""

_LONE_CR = re.compile("\r(?!\n)")
_TOKEN = re.compile(r"\w+|[^\w\s]|\n")
_CASE = re.compile(r"^[ \t\f]*case\b", re.MULTILINE)
_IN_PATTERN = re.compile(
    r"#[^\n]*|'[^'\n]*'|\"[^\"\n]*\"|\\\r?\n|(?P<opened>[(\[])|(?P<brace>\{)|(?P<closed>[)\]}])|(?P<line>\n)"
)

_NEWER = re.compile(r"^[ \t]*(?:type[ \t]+\w+|(?:async[ \t]+)?(?:def|class)[ \t]+\w+[ \t]*\[)", re.MULTILINE)
"""Begins what only Python 3.12 and later parse: a `type` statement, a function or class with type parameters."""

_NESTS = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""|'''
    r"""'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*|"""
    r"(?P<word>[(\[{]|[)\]}]|[,\n]|[-+*/%@&|^.<>]|\b(?:and|or|not|if|lambda|await|elif)\b)",
    re.DOTALL,
)
"""What makes a text nest, outside its strings and comments."""


class UnparsableError(Exception):
    """The text is no Python, or nests too deeply to be looked at."""


@contextmanager
def deep_recursion() -> Iterator[None]:
    """Room for the recursion of walks over trees that the guard has let through."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, 12 * MAX_DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _take_node(self: cst.CSTNode) -> None:
    """Take a node as it is."""


_CHECK_NODE = cst.CSTNode.__post_init__


@contextmanager
def _unchecked() -> Iterator[None]:
    """Let LibCST not check the nodes that it made itself: it refuses `not(lambda: x)` and `assert(x if y else z)`."""
    cst.CSTNode.__post_init__ = _take_node  # type: ignore[method-assign]
    try:
        yield
    finally:
        cst.CSTNode.__post_init__ = _CHECK_NODE  # type: ignore[method-assign]


def parse(text: str, base: int = 0) -> tuple[cst.Module, Positions]:
    """LibCST's tree of `text`, and the positions of its nodes, counted from `base`.

    Raises `UnparsableError` with a reason where the text cannot be parsed.
    """
    check(text)
    try:
        module = _tree(text)
        with deep_recursion():
            positions = Positions(module, base)
    except (cst.ParserSyntaxError, RecursionError) as error:
        raise UnparsableError(str(error).splitlines()[0]) from error
    if positions.offset != base + len(text):
        message = "its layout cannot be reproduced"
        raise UnparsableError(message)
    return module, positions


def _tree(text: str) -> cst.Module:
    with deep_recursion(), _unchecked():
        # a lone CR ends a line for Python but not for LibCST; the stand-in has the same length
        return cst.parse_module(_LONE_CR.sub("\n", text))


def check(text: str) -> None:
    """Raise `UnparsableError` unless `text` is Python that may be looked at."""
    if len(text) > MAX_TOKENS and sum(1 for _ in _TOKEN.finditer(text)) > MAX_TOKENS:
        message = f"it is too long: over {MAX_TOKENS:,} words and signs"
        raise UnparsableError(message)
    if _attempts(_LONE_CR.sub("\n", text)) > _MAX_ATTEMPTS:
        raise UnparsableError(_DEEP)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except SyntaxError as error:
        if _is_newer(text, error):
            return
        message = f"{error.msg} (line {error.lineno})"
        raise UnparsableError(message) from error
    except (RecursionError, MemoryError) as error:
        raise UnparsableError(_DEEP) from error
    except ValueError as error:
        raise UnparsableError(str(error)) from error
    if _too_deep(tree):
        raise UnparsableError(_DEEP)


def _is_newer(text: str, error: SyntaxError) -> bool:
    """Whether a text is good Python, but newer than the Python that runs: LibCST knows its grammar."""
    if not (_NEWER.search(text) or error.msg.startswith("f-string")) or _nesting(text) > MAX_DEPTH:
        return False
    try:
        _tree(text)
    except (cst.ParserSyntaxError, RecursionError):
        return False
    return True


def _nesting(text: str) -> int:
    """No less than the levels in which a text nests: by its brackets, blocks and chained operators."""
    outer: list[tuple[int, int, int]] = []
    chained = inner = deepest = 0
    branches = 0
    for found in _NESTS.finditer(text):
        word = found["word"] or ""
        if word in {"(", "[", "{"}:
            outer.append((chained, inner, deepest))
            chained = inner = deepest = 0
        elif word in {")", "]", "}"}:
            held = max(deepest, chained + inner) + 1
            chained, inner, deepest = outer.pop() if outer else (0, 0, 0)
            chained, inner = chained + 1, max(inner, held)
        elif word == "," or (word == "\n" and not outer):
            deepest = max(deepest, chained + inner)
            chained = inner = 0
        elif word == "elif":
            branches += 1
        elif word not in {"", "\n"}:
            chained += 1
    indented = max((len(line) - len(line.lstrip()) for line in text.splitlines()), default=0)
    return max(deepest, chained + inner) + len(outer) + branches + indented


def _too_deep(tree: ast.Module) -> bool:
    stack: list[tuple[ast.AST, int]] = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > MAX_DEPTH:
            return True
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            height = (node.end_lineno or node.lineno) - node.lineno
            if height == 0 and (node.end_col_offset or 0) - node.col_offset < _SIMPLE_LENGTH:
                continue
        elif isinstance(node, ast.BoolOp):
            depth += len(node.values)  # flat here, but for LibCST each operator holds the one before it
        stack.extend((child, depth + 1) for child in ast.iter_child_nodes(node))
    return False


def _attempts(text: str) -> int:
    """How often LibCST tries the brackets in patterns: twice as often with each level, four times with each brace.

    Neither `ast` nor any tree keeps the parentheses around a pattern, so they are counted in the text.
    """
    attempts = end = 0
    for case in _CASE.finditer(text):
        if case.end() < end:
            continue
        weights = [0]
        for found in _IN_PATTERN.finditer(text, case.end()):
            end = found.end()
            match found.lastgroup:
                case "opened" | "brace" as bracket:
                    weights.append(weights[-1] + (2 if bracket == "brace" else 1))
                    if weights[-1] > _CHEAP:
                        attempts += 1 << weights[-1]
                    if attempts > _MAX_ATTEMPTS:
                        return attempts
                case "closed" if len(weights) > 1:
                    weights.pop()
                case "line" if len(weights) == 1:
                    break
    return attempts


class _Nothing(AbstractContextManager[None]):
    def __exit__(self, *_: object) -> None:
        return None


_NOTHING = _Nothing()


class Positions(CodegenState):
    """Start and end offsets of nodes, noted while LibCST generates the code again (nothing is kept of the code)."""

    def __init__(self, module: cst.Module, base: int = 0) -> None:
        super().__init__(module.default_indent, module.default_newline)
        self.offset = base
        self._last = 0
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        self.comments: list[tuple[int, str]] = []
        self._keep = module
        self.before_codegen(module)
        module._codegen_impl(self)  # noqa: SLF001 - `Module.code` would build a text that nobody reads

    def start(self, node: cst.CSTNode) -> int:
        """Offset at which a node begins, its own parentheses included."""
        return self._starts[id(node)]

    def end(self, node: cst.CSTNode) -> int:
        """Offset after a node, its own parentheses and trailing comma included."""
        return self._ends[id(node)]

    def add_indent_tokens(self) -> None:
        """Count the indentation."""
        for token in self.indent_tokens:
            self.offset += len(token)

    def add_token(self, value: str) -> None:
        """Count a token."""
        self._last = len(value)
        self.offset += self._last
        if not self.tokens:
            self.tokens.append("")  # LibCST asks whether anything was written

    def pop_trailing_newline(self) -> None:
        """Take the last token back."""
        self.offset -= self._last

    def before_codegen(self, node: cst.CSTNode) -> None:
        """Note where a node begins."""
        self._starts[id(node)] = self.offset
        if type(node) is cst.Comment:
            self.comments.append((self.offset, node.value))

    def after_codegen(self, node: cst.CSTNode) -> None:
        """Note where a node ends."""
        self._ends[id(node)] = self.offset

    # LibCST promises a generator's context manager, and any will do
    def record_syntactic_position(  # type: ignore[override]
        self,
        node: cst.CSTNode,  # noqa: ARG002 - LibCST's signature
        **_: cst.CSTNode | None,
    ) -> AbstractContextManager[None]:
        """Do nothing: the offsets of LibCST's own positions are not needed."""
        return _NOTHING
