"""Lowering of LibCST's expressions to the solver's (`ir`)."""

from __future__ import annotations

import ast
import collections.abc
import typing
from typing import TYPE_CHECKING, Any, ClassVar

import libcst as cst

from migrate_ext.languages.python import ir, strings
from migrate_ext.languages.python.syntax import Positions, UnparsableError, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_OPERATORS: dict[type[cst.CSTNode], str] = {
    cst.Add: "+",
    cst.Modulo: "%",
    cst.BitOr: "|",
    cst.Divide: "/",
    cst.Multiply: "*",
    cst.AddAssign: "+",
    cst.BitOrAssign: "|",
    cst.ModuloAssign: "%",
    cst.Equal: "==",
    cst.NotEqual: "!=",
    cst.In: "in",
    cst.NotIn: "not in",
    cst.Is: "is",
    cst.IsNot: "is not",
    cst.And: "and",
    cst.Or: "or",
    cst.Not: "not",
}


_LONGEST_WORD = 120
_GENERICS = {"list", "dict", "set", "frozenset", "tuple", "type", *typing.__all__, *collections.abc.__all__} - {
    "Literal"
}
"""What is subscripted with types, also where it is no annotation."""


class Scope:
    """Names that one function or module binds, and those that its nested functions use."""

    def __init__(self, outer: Scope | None, *, is_class: bool = False) -> None:
        self.outer = outer
        self.is_class = is_class
        self.bound: set[str] = set()
        self.used: set[str] = set()
        self.declared: set[str] = set()
        self.captured: set[str] = set()
        self.rebound: set[str] = set()
        self.generator = False
        self.results = False

    def close(self) -> Scope:
        """Tell the enclosing scope which of its names are used here; gives that scope, a module's is its own."""
        if self.outer is None:
            return self
        self.outer.captured |= (self.used | self.captured) - (self.bound - self.declared)
        self.outer.rebound |= self.declared | (self.rebound - self.bound)
        return self.outer


def last_name(expression: ir.Name | ir.Attribute) -> str:
    """The word at the end of a dotted name."""
    return expression.id if isinstance(expression, ir.Name) else expression.name


class Expressions:
    """Lowers expressions; `Statements` adds the rest of the language."""

    def __init__(self, text: str, positions: Positions, is_word: Callable[[str], bool]) -> None:
        self.text = text
        self.positions = positions
        self.is_word = is_word
        self.scope = Scope(None)
        self.functions: list[ir.Function] = []
        self.strings: list[ir.String] = []
        self.words: set[str] = set()

    def expression(self, node: cst.CSTNode) -> ir.Expr:
        """The lowered form of an expression."""
        lower = self._lowerers.get(type(node))
        return lower(self, node) if lower is not None else ir.Constant(...)

    def word(self, node: cst.Name) -> int:
        """Offset of a name itself, without parentheses around it."""
        start = self.positions.start(node)
        return self.text.index(node.value, start) if node.lpar else start

    def _span(self, node: cst.CSTNode) -> tuple[int, int]:
        return self.positions.start(node), self.positions.end(node)

    def _bare(self, node: Any) -> tuple[int, int]:  # noqa: ANN401
        """Span of an expression without the parentheses around it."""
        start, end = self._span(node)
        if node.lpar:
            start = self.positions.end(node.lpar[-1])
            end = self.positions.start(node.rpar[0])
        return start, end

    def _name(self, node: cst.Name) -> ir.Expr:
        if node.value in {"None", "True", "False"}:
            return ir.Constant(ast.literal_eval(node.value))
        self.scope.used.add(node.value)
        return ir.Name(node.value, self.word(node))

    def _attribute(self, node: cst.Attribute) -> ir.Expr:
        return ir.Attribute(self.expression(node.value), node.attr.value, self.positions.start(node.attr))

    def _constant(self, node: cst.Integer | cst.Float) -> ir.Expr:
        try:
            return ir.Constant(ast.literal_eval(node.value), *self._bare(node))
        except (ValueError, SyntaxError):
            return ir.Constant(...)

    def _string(self, node: cst.SimpleString) -> ir.String:
        start, end = self._bare(node)
        return self._noted(ir.String(strings.literal(node.value, start), start, end))

    def _noted(self, string: ir.String) -> ir.String:
        value = string.text.value
        if self.is_word(value):
            string.word = True
            self.strings.append(string)
        if 1 < len(value) < _LONGEST_WORD and not value.isspace():
            self.words.add(value)
        return string

    def _joined(self, node: cst.FormattedString | cst.ConcatenatedString) -> ir.Expr:
        start, end = self._bare(node)
        parts: list[ir.Expr] = []
        stack: list[cst.CSTNode] = [node]
        while stack:
            item = stack.pop()
            if isinstance(item, cst.ConcatenatedString):
                stack += (item.right, item.left)
            elif isinstance(item, cst.FormattedString):
                parts += self._formatted(item)
            elif isinstance(item, cst.SimpleString):
                parts.append(self._string(item))
            else:
                parts.append(ir.Constant(...))
        return ir.Joined(parts, start, end)

    def _formatted(self, node: cst.FormattedString) -> Iterable[ir.Expr]:
        prefix, quote = node.prefix, node.quote
        for part in node.parts:
            if isinstance(part, cst.FormattedStringText):
                start, end = self._span(part)
                text = strings.piece(part.value, start, prefix, quote, formatted=True)
                yield self._noted(ir.String(text, start, end))
            elif isinstance(part, cst.FormattedStringExpression):
                value = self.expression(part.expression)
                if part.format_spec:
                    yield ir.Unary("format", value)
                    for spec in part.format_spec:
                        if isinstance(spec, cst.FormattedStringExpression):
                            self.expression(spec.expression)
                elif part.conversion == "r":
                    yield ir.Unary("format", value)
                else:
                    yield value

    def _item(self, node: Any, value: cst.CSTNode) -> ir.Item:  # noqa: ANN401
        """An element; its span ends before its comma."""
        return ir.Item(self.expression(value), self.positions.start(node), self.positions.end(value))

    def _call(self, node: cst.Call) -> ir.Expr:
        start, end = self._bare(node)
        args = []
        for arg in node.args:
            item = self._item(arg, arg.value)
            item.star = arg.star
            if arg.keyword is not None:
                item.name, item.name_start = arg.keyword.value, self.positions.start(arg.keyword)
            args.append(item)
        if args and isinstance(args[0].value, ir.String) and isinstance(node.func, (cst.Name, cst.Attribute)):
            word = node.func.value if isinstance(node.func, cst.Name) else node.func.attr.value
            if word == "cast":
                args[0].value = self._forward(args[0].value)
            for item in args:
                if item.name == "bound" and isinstance(item.value, ir.String):
                    item.value = self._forward(item.value)
        opening = self.positions.end(node.func)
        opening = self.text.index("(", opening) + 1
        return ir.Call(self.expression(node.func), args, start, end, opening)

    def _subscript(self, node: cst.Subscript) -> ir.Expr:
        base = self.expression(node.value)
        start = self.positions.start(node)
        parts: list[ir.Expr] = []
        for element in node.slice:
            if isinstance(element.slice, cst.Index):
                parts.append(self.expression(element.slice.value))
            elif isinstance(element.slice, cst.Slice):
                ends = (element.slice.lower, element.slice.upper, element.slice.step)
                parts.append(ir.Slice([self.expression(end) for end in ends if end is not None]))
        index = parts[0]
        if len(parts) > 1:
            index = ir.Display("tuple", [ir.Item(part, start, start) for part in parts], start, start)
        if isinstance(base, (ir.Name, ir.Attribute)) and last_name(base) in _GENERICS and not _is_key(index):
            index = self.unquoted(index)
        return ir.Subscript(base, index, start)

    def _dict(self, node: cst.Dict) -> ir.Expr:
        start, end = self._bare(node)
        items = []
        for element in node.elements:
            item = self._item(element, element.value)
            if isinstance(element, cst.DictElement):
                item.key, item.key_end = self.expression(element.key), self.positions.end(element.key)
            else:
                item.star = "**"
            items.append(item)
        return ir.Dict(items, start, end)

    def _display(self, node: cst.List | cst.Tuple | cst.Set) -> ir.Expr:
        start, end = self._span(node) if isinstance(node, cst.Tuple) else self._bare(node)
        items = []
        for element in node.elements:
            item = self._item(element, element.value)
            item.star = "*" if isinstance(element, cst.StarredElement) else ""
            items.append(item)
        return ir.Display(type(node).__name__.lower(), items, start, end)

    def _binary(self, node: cst.BinaryOperation) -> ir.Expr:
        operator = _OPERATORS.get(type(node.operator), "?")
        return ir.Binary(operator, self.expression(node.left), self.expression(node.right))

    def _boolean(self, node: cst.BooleanOperation) -> ir.Expr:
        operator = _OPERATORS[type(node.operator)]
        return ir.Boolean(operator, self.expression(node.left), self.expression(node.right))

    def _unary(self, node: cst.UnaryOperation) -> ir.Expr:
        return ir.Unary(_OPERATORS.get(type(node.operator), "?"), self.expression(node.expression))

    def _compare(self, node: cst.Comparison) -> ir.Expr:
        operations = [
            (_OPERATORS.get(type(item.operator), "?"), self.expression(item.comparator)) for item in node.comparisons
        ]
        return ir.Compare(self.expression(node.left), operations)

    def _conditional(self, node: cst.IfExp) -> ir.Expr:
        return ir.Conditional(self.expression(node.test), self.expression(node.body), self.expression(node.orelse))

    def _yield(self, node: cst.Yield) -> ir.Expr:
        self.scope.generator = True
        if isinstance(node.value, cst.From):
            return ir.Yield(self.expression(node.value.item), delegated=True)
        return ir.Yield(self.expression(node.value) if node.value is not None else None, delegated=False)

    def _walrus(self, node: cst.NamedExpr) -> ir.Expr:
        value = self.expression(node.value)
        return ir.Walrus(self.target(node.target), value)

    def target(self, node: cst.CSTNode) -> ir.Expr:
        """An assignment's target; the names in it are bound in the current scope."""
        lowered = self.expression(node)
        self._bind(lowered)
        return lowered

    def _bind(self, target: ir.Expr) -> None:
        stack = [target]
        while stack:
            item = stack.pop()
            if isinstance(item, ir.Name):
                self.scope.bound.add(item.id)
            elif isinstance(item, ir.Display):
                stack += [element.value for element in item.items]
            elif isinstance(item, ir.Starred):
                stack.append(item.value)

    def _comprehension(self, node: Any) -> ir.Expr:  # noqa: ANN401
        generators: list[tuple[ir.Expr, ir.Expr, list[ir.Expr]]] = []
        part = node.for_in
        while part is not None:
            iterable = self.expression(part.iter)
            target = self.target(part.target)
            generators.append((target, iterable, [self.expression(test.test) for test in part.ifs]))
            part = part.inner_for_in
        kind = {"ListComp": "list", "SetComp": "set", "DictComp": "dict"}.get(type(node).__name__, "generator")
        if kind == "dict":
            return ir.Comprehension(kind, self.expression(node.value), self.expression(node.key), generators)
        return ir.Comprehension(kind, self.expression(node.elt), None, generators)

    def _lambda(self, node: cst.Lambda) -> ir.Expr:
        start = self.positions.start(node)
        parameters = self.parameters(node.params)
        inner = Scope(self.scope)
        inner.bound |= {parameter.name for parameter in parameters}
        self.scope = inner
        inner.results = True
        body = self.expression(node.body)
        function = self.finished("<lambda>", start, parameters, None, [ir.Return(body)])
        function.end = self.positions.end(node)
        return ir.Lambda(function)

    def finished(
        self, name: str, start: int, parameters: list[ir.Parameter], returns: ir.Expr | None, body: list[ir.Stmt]
    ) -> ir.Function:
        """The function whose scope is current; the enclosing scope becomes current again."""
        inner = self.scope
        self.scope = inner.close()
        function = ir.Function(name, start, parameters, returns, body)
        function.generator = inner.generator
        function.results = inner.results or inner.generator
        function.locals = frozenset(inner.bound - inner.declared)
        function.outer = frozenset(inner.declared)
        function.captured = frozenset(inner.captured & inner.bound)
        function.rebound = frozenset(inner.rebound & inner.bound)
        self.functions.append(function)
        return function

    def parameters(self, node: cst.Parameters) -> list[ir.Parameter]:
        """Parameters with annotations and defaults, which belong to the enclosing scope."""
        found = []
        groups: list[tuple[Any, str]] = [
            *((item, "positional") for item in (*node.posonly_params, *node.params)),
            (node.star_arg, "*"),
            *((item, "keyword") for item in node.kwonly_params),
            (node.star_kwarg, "**"),
        ]
        for item, kind in groups:
            if not isinstance(item, cst.Param):
                continue
            annotation = self.annotation(item.annotation)
            default = self.expression(item.default) if item.default is not None else None
            found.append(ir.Parameter(item.name.value, self.positions.start(item.name), annotation, default, kind))
        return found

    def annotation(self, node: cst.Annotation | None) -> ir.Expr | None:
        """A type annotation; what stands in strings is read as the type that it names."""
        return self.annotated(node) if node is not None else None

    def annotated(self, node: cst.Annotation) -> ir.Expr:
        """The type that an annotation names."""
        return self.unquoted(self.expression(node.annotation))

    def unquoted(self, expression: ir.Expr) -> ir.Expr:
        """A type whose parts in strings are read as the types that they name."""
        if isinstance(expression, ir.String):
            return self._forward(expression)
        if isinstance(expression, ir.Subscript):
            if isinstance(expression.base, (ir.Name, ir.Attribute)) and last_name(expression.base) == "Literal":
                return expression
            expression.index = self.unquoted(expression.index)
        elif isinstance(expression, ir.Display):
            for item in expression.items:
                item.value = self.unquoted(item.value)
        elif isinstance(expression, ir.Binary):
            expression.left = self.unquoted(expression.left)
            expression.right = self.unquoted(expression.right)
        return expression

    def _forward(self, string: ir.String) -> ir.Expr:
        """The type that a string annotation names."""
        text = string.text
        if not text.plain:
            return string
        try:
            module, positions = parse(text.value, text.start)
        except UnparsableError:
            return string
        match module.body:
            case [cst.SimpleStatementLine(body=[cst.Expr(value=value)])]:
                outer = self.positions
                self.positions = positions
                lowered = self.unquoted(self.expression(value))
                self.positions = outer
                return lowered
            case _:
                return string

    _lowerers: ClassVar[dict[type[cst.CSTNode], Callable[[Expressions, Any], ir.Expr]]] = {
        cst.Name: _name,
        cst.Attribute: _attribute,
        cst.SimpleString: _string,
        cst.FormattedString: _joined,
        cst.ConcatenatedString: _joined,
        cst.Integer: _constant,
        cst.Float: _constant,
        cst.Call: _call,
        cst.Subscript: _subscript,
        cst.Dict: _dict,
        cst.List: _display,
        cst.Tuple: _display,
        cst.Set: _display,
        cst.BinaryOperation: _binary,
        cst.BooleanOperation: _boolean,
        cst.UnaryOperation: _unary,
        cst.Comparison: _compare,
        cst.IfExp: _conditional,
        cst.Lambda: _lambda,
        cst.ListComp: _comprehension,
        cst.SetComp: _comprehension,
        cst.GeneratorExp: _comprehension,
        cst.DictComp: _comprehension,
        cst.Await: lambda self, node: ir.Await(self.expression(node.expression)),
        cst.Yield: _yield,
        cst.NamedExpr: _walrus,
        cst.StarredElement: lambda self, node: ir.Starred(self.expression(node.value)),
    }


def _is_key(index: ir.Expr) -> bool:
    """Whether a subscript is a key of a variable that has the name of a generic: `dict["name"]`."""
    return isinstance(index, ir.String) and index.text.value.isidentifier() and index.text.value[0].islower()
