"""Lowering of LibCST's statements and patterns to the solver's (`ir`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import libcst as cst

from migrate_ext.languages.python import ir
from migrate_ext.languages.python.expressions import _OPERATORS, Expressions, Scope, last_name
from migrate_ext.languages.python.records import record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from migrate_ext.languages.python.syntax import Positions


class Statements(Expressions):
    """Lowers a module."""

    def __init__(self, text: str, positions: Positions, is_word: Callable[[str], bool]) -> None:
        super().__init__(text, positions, is_word)
        self.docstrings: set[int] = set()
        self.imports: list[ir.Import] = []
        self._branching = self._blocks = 0
        self._scopes: dict[int, int] = {}
        self._alive: list[Scope] = []
        self.statement_spans: list[tuple[int, int]] = []
        """Spans of simple statements and of the headers of compound ones."""

    def block(self, node: Any) -> list[ir.Stmt]:  # noqa: ANN401
        """The statements of a suite, a module's body or a list of statements."""
        body: Sequence[cst.CSTNode] = node if isinstance(node, (list, tuple)) else node.body
        found: list[ir.Stmt] = []
        for statement in body:
            if isinstance(statement, cst.SimpleStatementLine):
                first = statement.body[0]
                self.statement_spans.append((self.positions.start(first), self.positions.end(statement.body[-1])))
                found += self._smalls(statement.body)
            elif (lower := self._compound.get(type(statement))) is not None:
                self._header(statement)
                found.append(lower(self, statement))
            else:
                found += self._smalls([statement])
        if not isinstance(node, cst.Module):
            self._blocks += 1
            for item in found:
                if isinstance(item, ir.Import):
                    item.block = self._blocks, len(found)
        return found

    def _branches(self, *bodies: list[ir.Stmt]) -> None:
        """Number the branches of a statement in which imports stand."""
        self._branching += 1
        for number, body in enumerate(bodies):
            for item in body:
                if isinstance(item, ir.Import):
                    item.branches = (self._branching, number)

    def _begin(self, node: Any) -> int:  # noqa: ANN401
        """Offset of a compound statement itself, after the comments and blank lines above it."""
        leading = node.leading_lines
        start = self.positions.end(leading[-1]) if leading else self.positions.start(node)
        while self.text[start] in " \t\f":
            start += 1
        return start

    def _header(self, node: Any) -> None:  # noqa: ANN401
        body = node.cases[0] if isinstance(node, cst.Match) and node.cases else node.body
        self.statement_spans.append((self._begin(node), self.positions.start(body)))

    def _smalls(self, nodes: Sequence[cst.CSTNode]) -> list[ir.Stmt]:
        found = []
        for node in nodes:
            if isinstance(node, (cst.Global, cst.Nonlocal)):
                self.scope.declared |= {item.name.value for item in node.names}
                self.scope.used |= {item.name.value for item in node.names}
            elif (lower := self._small.get(type(node))) is not None:
                found.append(lower(self, node))
        return found

    def _optional(self, node: cst.CSTNode | None) -> ir.Expr | None:
        return self.expression(node) if node is not None else None

    def _assign(self, node: cst.Assign) -> ir.Stmt:
        noted = len(self.strings)
        value = self.expression(node.value)
        targets = [self.target(item.target) for item in node.targets]
        if len(targets) == 1 and isinstance(targets[0], ir.Name):
            made = record(targets[0].id, targets[0].start, value, self.unquoted)
            if made is not None:
                cls, names = made
                self.strings[noted:] = [string for string in self.strings[noted:] if string not in names]
                return cls
        return ir.Assign(targets, value)

    def _annotated(self, node: cst.AnnAssign) -> ir.Stmt:
        annotation = self.annotated(node.annotation)
        value = self._optional(node.value)
        if (
            value is not None
            and isinstance(annotation, (ir.Name, ir.Attribute))
            and last_name(annotation) == "TypeAlias"
        ):
            value = self.unquoted(value)
        return ir.Annotated(self.target(node.target), annotation, value)

    def _augmented(self, node: cst.AugAssign) -> ir.Stmt:
        operator = _OPERATORS.get(type(node.operator), "?")
        return ir.Augmented(self.target(node.target), operator, self.expression(node.value))

    def _evaluate(self, node: cst.Expr) -> ir.Stmt:
        value = self.expression(node.value)
        if isinstance(value, ir.String):
            self.docstrings.add(value.start)
        elif isinstance(value, ir.Joined):
            self.docstrings |= {part.start for part in value.parts if isinstance(part, ir.String)}
        return ir.Evaluate(value)

    def _return(self, node: cst.Return) -> ir.Stmt:
        self.scope.results |= node.value is not None
        return ir.Return(self._optional(node.value))

    def _raise(self, node: cst.Raise) -> ir.Stmt:
        values = [node.exc, node.cause.item if node.cause is not None else None]
        return ir.Raise([self.expression(value) for value in values if value is not None])

    def _delete(self, node: cst.Del) -> ir.Stmt:
        target = self.target(node.target)
        if isinstance(target, ir.Display):
            return ir.Delete([item.value for item in target.items])
        return ir.Delete([target])

    def _dotted(self, node: cst.BaseExpression) -> tuple[tuple[str, int], ...]:
        parts: list[tuple[str, int]] = []
        while isinstance(node, cst.Attribute):
            parts.append((node.attr.value, self.positions.start(node.attr)))
            node = node.value
        if isinstance(node, cst.Name):
            parts.append((node.value, self.positions.start(node)))
        return tuple(reversed(parts))

    def _alias(self, node: cst.ImportAlias) -> ir.Alias:
        segments = self._dotted(node.name)
        name = ".".join(word for word, _ in segments)
        last = node.asname if node.asname is not None else node.name
        item = (self.positions.start(node), self.positions.end(last))
        bound = node.asname.name.value if node.asname is not None and isinstance(node.asname.name, cst.Name) else ""
        self.scope.bound.add(bound or segments[0][0])
        return ir.Alias(name, segments[0][1], bound or segments[0][0], bool(bound), segments, item)

    def _noted_import(self, statement: ir.Import) -> ir.Import:
        statement.scope = self._scopes.setdefault(id(self.scope), len(self._scopes))
        self._alive.append(self.scope)
        self.imports.append(statement)
        return statement

    def _import(self, node: cst.Import) -> ir.Stmt:
        aliases = [self._alias(item) for item in node.names]
        return self._noted_import(ir.Import(aliases, self.positions.start(node), self.positions.end(node)))

    def _import_from(self, node: cst.ImportFrom) -> ir.Stmt:
        segments = self._dotted(node.module) if node.module is not None else ()
        star = isinstance(node.names, cst.ImportStar)
        aliases = [] if isinstance(node.names, cst.ImportStar) else [self._alias(item) for item in node.names]
        start, end = self.positions.start(node), self.positions.end(node)
        inner = (end, end)
        if node.lpar is not None and node.rpar is not None:
            inner = (self.positions.end(node.lpar), self.positions.start(node.rpar))
        elif aliases:
            inner = (aliases[0].item[0], aliases[-1].item[1])
        module = ".".join(word for word, _ in segments)
        return self._noted_import(ir.Import(aliases, start, end, module, len(node.relative), segments, star, inner))

    def _function(self, node: cst.FunctionDef) -> ir.Stmt:
        decorators = [self.expression(item.decorator) for item in node.decorators]
        parameters = self.parameters(node.params)
        returns = self.annotation(node.returns)
        type_parameters = self._type_parameters(node.type_parameters)
        self.scope.bound.add(node.name.value)
        self.scope = Scope(self.scope)
        self.scope.bound |= {parameter.name for parameter in parameters}
        body = self.block(node.body)
        function = self.finished(node.name.value, self.positions.start(node.name), parameters, returns, body)
        function.decorators = decorators
        function.type_parameters = type_parameters
        function.end = self.positions.end(node)
        return function

    def _class(self, node: cst.ClassDef) -> ir.Stmt:
        decorators = [self.expression(item.decorator) for item in node.decorators]
        bases = []
        for item in (*node.bases, *node.keywords):
            base = self._item(item, item.value)
            base.value = self.unquoted(base.value)
            base.name = item.keyword.value if item.keyword is not None else None
            bases.append(base)
        type_parameters = self._type_parameters(node.type_parameters)
        self.scope.bound.add(node.name.value)
        self.scope = Scope(self.scope, is_class=True)
        body = self.block(node.body)
        self.scope = self.scope.close()
        return ir.Class(node.name.value, self.positions.start(node.name), bases, body, decorators, type_parameters)

    def _type_parameters(self, node: cst.TypeParameters | None) -> list[ir.TypeParameter]:
        found = []
        for item in node.params if node is not None else ():
            bound = item.param.bound if isinstance(item.param, cst.TypeVar) else None
            lowered = self.unquoted(self.expression(bound)) if bound is not None else None
            found.append(ir.TypeParameter(item.param.name.value, lowered))
        return found

    def _type_alias(self, node: cst.TypeAlias) -> ir.Stmt:
        self.scope.bound.add(node.name.value)
        parameters = self._type_parameters(node.type_parameters)
        return ir.TypeAlias(node.name.value, parameters, self.unquoted(self.expression(node.value)))

    def _if(self, node: cst.If) -> ir.Stmt:
        first = ir.If(self.expression(node.test), self.block(node.body), [], self._begin(node))
        last = first
        orelse = node.orelse
        while isinstance(orelse, cst.If):  # a chain of elif is no nesting
            self._header(orelse)
            item = ir.If(self.expression(orelse.test), self.block(orelse.body), [], self._begin(orelse))
            last.orelse = [item]
            last = item
            orelse = orelse.orelse
        if orelse is not None:
            last.orelse = self.block(orelse.body)
        bodies = [first.body]
        at = first
        while len(at.orelse) == 1 and isinstance(at.orelse[0], ir.If):
            at = at.orelse[0]
            bodies.append(at.body)
        self._branches(*bodies, at.orelse)
        return first

    def _orelse(self, node: cst.Else | None) -> list[ir.Stmt]:
        return self.block(node.body) if node is not None else []

    def _for(self, node: cst.For) -> ir.Stmt:
        iterable = self.expression(node.iter)
        target = self.target(node.target)
        return ir.For(target, iterable, self.block(node.body), self._orelse(node.orelse))

    def _with(self, node: cst.With) -> ir.Stmt:
        items = []
        for item in node.items:
            value = self.expression(item.item)
            items.append((value, self.target(item.asname.name) if item.asname is not None else None))
        return ir.With(items, self.block(node.body))

    def _try(self, node: cst.Try | cst.TryStar) -> ir.Stmt:
        body = self.block(node.body)
        handlers: list[tuple[ir.Expr | None, str | None, list[ir.Stmt]]] = []
        for handler in node.handlers:
            kind = self._optional(handler.type)
            name = None
            if handler.name is not None and isinstance(handler.name.name, cst.Name):
                name = handler.name.name.value
                self.scope.bound.add(name)
            handlers.append((kind, name, self.block(handler.body)))
        orelse = self._orelse(node.orelse)
        final = self.block(node.finalbody.body) if node.finalbody is not None else []
        self._branches(body, *(inner for _, _, inner in handlers), orelse)
        return ir.Try(body, handlers, orelse, final)

    def _match(self, node: cst.Match) -> ir.Stmt:
        subject = self.expression(node.subject)
        cases = []
        for case in node.cases:
            pattern = self.pattern(case.pattern)
            guard = self._optional(case.guard)
            self.statement_spans.append((self._begin(case), self.positions.start(case.body)))
            cases.append((pattern, guard, self.block(case.body)))
        return ir.Match(subject, cases, self._begin(node))

    def pattern(self, node: cst.MatchPattern) -> ir.Pattern:
        """A pattern of a `case`; the names it captures are bound."""
        match node:
            case cst.MatchAs():
                return self._capture(node.pattern, node.name)
            case cst.MatchOr():
                return ir.OrPattern([self.pattern(item.pattern) for item in node.patterns])
            case cst.MatchValue():
                return ir.ValuePattern(self.expression(node.value))
            case cst.MatchList() | cst.MatchTuple():
                return ir.SequencePattern([self._element(item) for item in node.patterns])
            case cst.MatchMapping():
                items = [(self.expression(item.key), self.pattern(item.pattern)) for item in node.elements]
                rest = node.rest.value if node.rest is not None else None
                if rest is not None:
                    self.scope.bound.add(rest)
                return ir.MappingPattern(items, rest)
            case cst.MatchClass():
                keywords = [
                    (item.key.value, self.positions.start(item.key), self.pattern(item.pattern)) for item in node.kwds
                ]
                patterns = [self.pattern(item.value) for item in node.patterns]
                return ir.ClassPattern(self.expression(node.cls), patterns, keywords)
            case _:
                return ir.CapturePattern(None, None)

    def _element(self, node: cst.MatchSequenceElement | cst.MatchStar) -> tuple[str, ir.Pattern]:
        if isinstance(node, cst.MatchStar):
            return "*", self._capture(None, node.name)
        return "", self.pattern(node.value)

    def _capture(self, pattern: cst.MatchPattern | None, name: cst.Name | None) -> ir.Pattern:
        if name is not None:
            self.scope.bound.add(name.value)
        return ir.CapturePattern(
            self.pattern(pattern) if pattern is not None else None, name.value if name is not None else None
        )

    _small: ClassVar[dict[type[cst.CSTNode], Callable[[Statements, Any], ir.Stmt]]] = {
        cst.Assign: _assign,
        cst.AnnAssign: _annotated,
        cst.AugAssign: _augmented,
        cst.Expr: _evaluate,
        cst.Return: _return,
        cst.Raise: _raise,
        cst.Assert: lambda self, node: ir.Assert(self.expression(node.test), self._optional(node.msg)),
        cst.Del: _delete,
        cst.TypeAlias: _type_alias,
        cst.Import: _import,
        cst.ImportFrom: _import_from,
        cst.Break: lambda _, __: ir.Jump("break"),
        cst.Continue: lambda _, __: ir.Jump("continue"),
    }

    _compound: ClassVar[dict[type[cst.CSTNode], Callable[[Statements, Any], ir.Stmt]]] = {
        cst.FunctionDef: _function,
        cst.ClassDef: _class,
        cst.If: _if,
        cst.For: _for,
        cst.While: lambda self, node: ir.While(
            self.expression(node.test), self.block(node.body), self._orelse(node.orelse)
        ),
        cst.With: _with,
        cst.Try: _try,
        cst.TryStar: _try,
        cst.Match: _match,
    }
