"""What the solver interprets: a Python module without layout, its names and strings with their offsets.

Plain and picklable; LibCST's tree is dropped once it is lowered to this (`lower`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from migrate_ext.graph.tree import Text


@dataclass(slots=True, eq=False)
class Expr:
    """An expression."""


@dataclass(slots=True, eq=False)
class Name(Expr):
    """A variable."""

    id: str
    start: int


@dataclass(slots=True, eq=False)
class Attribute(Expr):
    """`base.name`."""

    base: Expr
    name: str
    start: int
    """Offset of the name after the dot."""


@dataclass(slots=True, eq=False)
class Constant(Expr):
    """A number, None, a truth value or an ellipsis; anything that is not followed is one too."""

    value: Any
    start: int = 0
    end: int = 0
    """Span of a number."""


@dataclass(slots=True, eq=False)
class String(Expr):
    """One string literal."""

    text: Text
    start: int
    end: int
    """Span of the whole literal, prefix and quotes included."""
    word: bool = False
    """Whether it holds a word of the catalogue."""


@dataclass(slots=True, eq=False)
class Joined(Expr):
    """An f-string, or literals that stand side by side."""

    parts: list[Expr]
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Item:
    """An element of a display or an argument of a call."""

    value: Expr
    start: int
    end: int
    star: str = ""
    name: str | None = None
    name_start: int = 0
    key: Expr | None = None
    key_end: int = 0


@dataclass(slots=True, eq=False)
class Display(Expr):
    """A list, tuple or set."""

    kind: str
    items: list[Item]
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Dict(Expr):
    """A dict display; an item without key is unpacked."""

    items: list[Item]
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Call(Expr):
    """A call."""

    function: Expr
    args: list[Item]
    start: int
    end: int
    open: int
    """Offset after the opening parenthesis."""


@dataclass(slots=True, eq=False)
class Subscript(Expr):
    """`base[index]`; several indices are a tuple."""

    base: Expr
    index: Expr
    start: int


@dataclass(slots=True, eq=False)
class Slice(Expr):
    """A slice: the parts that it has."""

    parts: list[Expr]


@dataclass(slots=True, eq=False)
class Unary(Expr):
    """An operator with one operand; `format` is what an f-string does with a value."""

    operator: str
    value: Expr


@dataclass(slots=True, eq=False)
class Binary(Expr):
    """An arithmetic operator."""

    operator: str
    left: Expr
    right: Expr


@dataclass(slots=True, eq=False)
class Boolean(Expr):
    """`and` or `or`."""

    operator: str
    left: Expr
    right: Expr


@dataclass(slots=True, eq=False)
class Compare(Expr):
    """A chain of comparisons: the operators with their right sides."""

    left: Expr
    operations: list[tuple[str, Expr]]


@dataclass(slots=True, eq=False)
class Conditional(Expr):
    """`body if test else orelse`."""

    test: Expr
    body: Expr
    orelse: Expr


@dataclass(slots=True, eq=False)
class Comprehension(Expr):
    """A comprehension or generator expression; `key` is that of a dict."""

    kind: str
    element: Expr
    key: Expr | None
    generators: list[tuple[Expr, Expr, list[Expr]]]


@dataclass(slots=True, eq=False)
class Await(Expr):
    """`await value`."""

    value: Expr


@dataclass(slots=True, eq=False)
class Yield(Expr):
    """`yield value`; `delegated` is `yield from`."""

    value: Expr | None
    delegated: bool


@dataclass(slots=True, eq=False)
class Walrus(Expr):
    """`target := value`."""

    target: Expr
    value: Expr


@dataclass(slots=True, eq=False)
class Starred(Expr):
    """`*value` as a target."""

    value: Expr


@dataclass(slots=True, eq=False)
class Parameter:
    """A parameter of a function."""

    name: str
    start: int
    annotation: Expr | None
    default: Expr | None
    kind: str
    """`positional`, `keyword`, `*` or `**`."""


@dataclass(slots=True, eq=False)
class TypeParameter:
    """A type variable that a definition declares in brackets."""

    name: str
    bound: Expr | None


@dataclass(slots=True, eq=False)
class Lambda(Expr):
    """A function without name."""

    function: Function


@dataclass(slots=True, eq=False)
class Stmt:
    """A statement."""


@dataclass(slots=True, eq=False)
class Assign(Stmt):
    """`target = … = value`."""

    targets: list[Expr]
    value: Expr


@dataclass(slots=True, eq=False)
class Annotated(Stmt):
    """`target: annotation = value`."""

    target: Expr
    annotation: Expr
    value: Expr | None


@dataclass(slots=True, eq=False)
class Augmented(Stmt):
    """`target += value`; the operator is without `=`."""

    target: Expr
    operator: str
    value: Expr


@dataclass(slots=True, eq=False)
class Evaluate(Stmt):
    """An expression as a statement."""

    value: Expr


@dataclass(slots=True, eq=False)
class Return(Stmt):
    """`return value`."""

    value: Expr | None


@dataclass(slots=True, eq=False)
class Raise(Stmt):
    """`raise` with the exception and its cause."""

    values: list[Expr]


@dataclass(slots=True, eq=False)
class Jump(Stmt):
    """`break` or `continue`."""

    word: str


@dataclass(slots=True, eq=False)
class Assert(Stmt):
    """`assert test, message`."""

    test: Expr
    message: Expr | None


@dataclass(slots=True, eq=False)
class Delete(Stmt):
    """`del targets`."""

    targets: list[Expr]


@dataclass(slots=True, eq=False)
class For(Stmt):
    """`for target in iterable`, also `async`."""

    target: Expr
    iterable: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@dataclass(slots=True, eq=False)
class While(Stmt):
    """`while test`."""

    test: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@dataclass(slots=True, eq=False)
class If(Stmt):
    """`if test`; an `elif` is the only statement of `orelse`."""

    test: Expr
    body: list[Stmt]
    orelse: list[Stmt]
    start: int


@dataclass(slots=True, eq=False)
class With(Stmt):
    """`with value as target, …`, also `async`."""

    items: list[tuple[Expr, Expr | None]]
    body: list[Stmt]


@dataclass(slots=True, eq=False)
class Try(Stmt):
    """`try`; a handler is its exceptions, name and body."""

    body: list[Stmt]
    handlers: list[tuple[Expr | None, str | None, list[Stmt]]]
    orelse: list[Stmt]
    final: list[Stmt]


@dataclass(slots=True, eq=False)
class Pattern:
    """A pattern of a `case`."""


@dataclass(slots=True, eq=False)
class ValuePattern(Pattern):
    """A literal or a dotted name."""

    value: Expr


@dataclass(slots=True, eq=False)
class CapturePattern(Pattern):
    """`pattern as name`; without pattern it takes everything."""

    pattern: Pattern | None
    name: str | None


@dataclass(slots=True, eq=False)
class OrPattern(Pattern):
    """`pattern | pattern`."""

    patterns: list[Pattern]


@dataclass(slots=True, eq=False)
class SequencePattern(Pattern):
    """`[pattern, *rest]`; each with its star or an empty string."""

    patterns: list[tuple[str, Pattern]]


@dataclass(slots=True, eq=False)
class MappingPattern(Pattern):
    """`{key: pattern, **rest}`."""

    items: list[tuple[Expr, Pattern]]
    rest: str | None


@dataclass(slots=True, eq=False)
class ClassPattern(Pattern):
    """`cls(pattern, name=pattern)`; keywords have their offset."""

    cls: Expr
    patterns: list[Pattern]
    keywords: list[tuple[str, int, Pattern]]


@dataclass(slots=True, eq=False)
class Match(Stmt):
    """`match subject`; a case is its pattern, guard and body."""

    subject: Expr
    cases: list[tuple[Pattern, Expr | None, list[Stmt]]]
    start: int
    """Offset of the word `match`."""


@dataclass(slots=True, eq=False)
class Alias:
    """One imported name."""

    name: str
    """The imported name, dotted for `import a.b`."""
    start: int
    bound: str
    """The name it is bound to here: the alias, or the (first part of the) name."""
    aliased: bool
    segments: tuple[tuple[str, int], ...] = ()
    """For `import a.b`: the parts of the name with their offsets."""
    item: tuple[int, int] = (0, 0)
    """Span of the item, its alias included, without comma."""


@dataclass(slots=True, eq=False)
class Import(Stmt):
    """`import …` (module None) or `from module import …`."""

    aliases: list[Alias]
    start: int
    end: int
    """Span of the statement without its line end."""
    module: str | None = None
    level: int = 0
    segments: tuple[tuple[str, int], ...] = ()
    """Parts of the module with their offsets."""
    star: bool = False
    inner: tuple[int, int] = (0, 0)
    """Span between the parentheses or from the first to the last item."""
    scope: int = 0
    """Number of the scope in which it binds its names."""
    block: tuple[int, int] = (0, 0)
    """Number of the block that it stands in, and how many statements that has; of a module (0, 0)."""
    branches: tuple[int, int] = (0, 0)
    """Number of the `try` or `if` that it stands in directly, and of the branch of it."""


@dataclass(slots=True, eq=False)
class Function(Stmt):
    """A `def` or `lambda`."""

    name: str
    start: int
    parameters: list[Parameter]
    returns: Expr | None
    body: list[Stmt]
    decorators: list[Expr] = field(default_factory=list)
    generator: bool = False
    locals: frozenset[str] = frozenset()
    outer: frozenset[str] = frozenset()
    """Names declared `global` or `nonlocal`."""
    captured: frozenset[str] = frozenset()
    """Locals that a nested function uses."""
    rebound: frozenset[str] = frozenset()
    """Locals that a nested function binds anew."""
    end: int = 0
    results: bool = False
    """Whether it returns a value anywhere."""
    type_parameters: list[TypeParameter] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Class(Stmt):
    """A `class` statement."""

    name: str
    start: int
    bases: list[Item]
    body: list[Stmt]
    decorators: list[Expr]
    type_parameters: list[TypeParameter] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class TypeAlias(Stmt):
    """`type name[parameters] = value`."""

    name: str
    type_parameters: list[TypeParameter]
    value: Expr


@dataclass(slots=True, eq=False)
class Program:
    """A module."""

    path: str
    text: str
    body: list[Stmt]
    functions: list[Function]
    strings: list[String]
    """All string literals that hold a word of the catalogue."""
    docstrings: frozenset[int] = frozenset()
    """Offsets of the literals that are docstrings or lie in expression statements."""
    locals: frozenset[str] = frozenset()
    evidence: bool = False
    """Whether a name of entitlement management stands in the code, comments and docstrings aside."""
    imports: list[Import] = field(default_factory=list)
    rebound: frozenset[str] = frozenset()
    """Names of the module that a function binds anew."""
    words: frozenset[str] = frozenset()
    """Short string literals without blanks: among them may be the names of documents."""
    notebook: Any = None
    """Of a notebook: what lifts a site of the module into the file (`languages.documents.notebooks.Notebook`)."""
