"""What methods of containers, texts and answers do to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.languages.python import ir
from migrate_ext.solver.requests import Requests
from migrate_ext.solver.state import Frame, Target
from migrate_ext.solver.values import (
    HOLE,
    UNKNOWN,
    Answer,
    Builder,
    Config,
    External,
    Graph,
    Instance,
    Many,
    Map,
    Method,
    Other,
    Page,
    Ref,
    Seq,
    Status,
    Text,
    Tup,
    Value,
    Values,
    one,
)

if TYPE_CHECKING:
    from migrate_ext.solver.arguments import Arguments
    from migrate_ext.solver.state import Frame

_ANSWER_PARTS = {"json", "text", "content", "read", "data", "body", "aread", "get_json", "decode", "result", "get_body",
                 "readlines", "getvalue", "raise_for_status"}  # fmt: skip

_KEYED = {"get", "pop", "setdefault", "__getitem__"}
"""Methods that give what stands under a key."""

_PUTS = {"append", "add", "insert", "appendleft", "put", "put_nowait", "push"}

_TAKES = {"pop", "popleft", "get_nowait", "__getitem__"}


class Methods(Requests):
    """Methods of what the run does not define."""

    # methods

    def call_method(self, base: Values, name: str, arguments: Arguments, frame: Frame, *, known: Values) -> Values:
        """What a method gives, by the values that it is called on."""
        found: set[Value] = set()
        for value in base:
            found |= self._method_of(value, name, arguments, frame)
        explained = found or any(not isinstance(value, (Method, External)) for value in known)
        if not explained and (not base or any(isinstance(value, (External, Instance, Other)) for value in base)):
            found |= self._unknown_method(base, name, arguments, frame)
        return frozenset(found)

    def _unknown_method(self, base: Values, name: str, arguments: Arguments, frame: Frame) -> Values:
        if name in {"map", "submit", "imap"} and all(isinstance(value, External) for value in base):
            return self.call_external("pool." + name, arguments, frame, made=False)
        if self.are_foreign(base):
            return self.request(name, arguments)
        if (name in _KEYED or name == "getlist") and self._key_like(arguments.get(0)):
            return self.read_keys(base, arguments.get(0), frame, node=arguments.item(0), owner=self._owner(arguments))
        return self.request(name, arguments)

    def _is_mapping(self, value: Value) -> bool:
        return not isinstance(value, Instance) or "TypedDict" in self.base_names(value.index)

    @staticmethod
    def _owner(arguments: Arguments) -> ir.Expr | None:
        node = arguments.node
        return node.function.base if node is not None and isinstance(node.function, ir.Attribute) else None

    def _key_like(self, values: Values) -> bool:
        texts = self.texts(values)
        return bool(texts) and all("/" not in text.value for text in texts)

    def _method_of(self, value: Value, name: str, arguments: Arguments, frame: Frame) -> Values:
        first = arguments.get(0)
        owner = self._owner(arguments)
        match value:
            case Builder():
                return self.builder_call(value, name, arguments)
            case Answer():
                if name in _ANSWER_PARTS:
                    return self.payload(one(value)) if name in {"json", "get_json"} else one(value)
                return UNKNOWN
            case Text():
                return self._text_method(value, name, arguments, frame)
            case Ref() if name in {"encode", "decode"}:
                return one(value)
            case Ref() | Graph() | Many() | Page() | Seq() | Map() | Tup() if name == "result":
                return one(value)  # a task or future is what it will give
            case Ref() | Graph() | Page() | Map() | Instance() if name in _KEYED and self._is_mapping(value):
                if isinstance(value, Ref) and value.kind != "dict":
                    return self.elements(one(value))
                self.note_lookup(one(value), first, certain=name != "get")
                found = self.read_keys(one(value), first, frame, node=arguments.item(0), owner=owner)
                if name == "setdefault" and isinstance(value, Ref):
                    self.store(value, first, arguments.get(1))
                return found | arguments.get(1)
            case Ref() | Many() | Seq() if name in _PUTS:
                self._append(value, arguments.get(1 if name == "insert" else 0))
                return UNKNOWN
            case Ref(kind="dict") | Graph() if name == "update":
                self._update(value, arguments, frame)
                return UNKNOWN
            case Ref() | Many() if name in {"extend", "update", "extendleft"}:
                self.extend(one(value), first)
                self.meet([one(value), first])
                return UNKNOWN
            case Ref(kind="dict"):
                return self._dict_method(value, name)
            case Map(values, keys):
                return {
                    "values": one(Seq(values)),
                    "items": one(Seq(one(Tup((keys, values))))),
                    "keys": one(Seq(keys)),
                    "copy": one(value),
                }.get(name, UNKNOWN)
            case Ref() | Many() | Seq() | Tup():
                if name in {"copy", "union", "difference", "intersection"}:
                    return one(value)
                if name == "count":
                    self.compare(self.elements(one(value)), "==", first)
                if name == "sort":
                    self.apply_all(arguments.keywords.get("key", UNKNOWN), [self.elements(one(value))], frame)
                return self.elements(one(value)) if name in _TAKES else UNKNOWN
            case Graph() if name in {"copy", "model_dump", "to_dict"}:
                return one(value)
            case Graph() if name in {"items", "values"}:
                return UNKNOWN
            case Status() if name in {"lower", "upper", "strip", "casefold"}:
                return UNKNOWN
            case Config():
                return one(value)
            case _:
                return UNKNOWN

    def _dict_method(self, ref: Ref, name: str) -> Values:
        match name:
            case "values":
                return one(Seq(self.all_of(ref)))
            case "items":
                return one(Seq(one(Tup((self.read(("keys", ref)), self.all_of(ref))))))
            case "keys":
                return one(Seq(self.read(("keys", ref))))
            case "copy":
                return one(ref)
            case _:
                return UNKNOWN

    def _append(self, target: Value, values: Values) -> None:
        if isinstance(target, Ref):
            self.put(target, values)
            held = self.elements(one(target))
            self.meet([frozenset((value,)) for value in held if isinstance(value, Graph)])
            return
        kinds = self.elements(one(target))
        self.agree(values, kinds)
        for value in values:
            if isinstance(value, Ref):
                self.type_contents(value, kinds)

    def extend(self, target: Values, values: Values) -> None:
        """`target += values`, for lists and collections."""
        inner = self.elements(values)
        for value in target:
            if isinstance(value, Ref) and value.kind != "dict":
                self.put(value, inner)
            elif isinstance(value, Many):
                self._append(value, inner)

    def _update(self, value: Value, arguments: Arguments, frame: Frame) -> None:
        for name, values in arguments.keywords.items():
            held = self.read_keys(one(value), one(Text(name)), frame)
            self.update_keyword(value, name, arguments, frame)
            self._written(Target(one(value), name), values, held, frame)
            if isinstance(value, Ref):
                self.store(value, one(Text(name)), values)
        if isinstance(value, Ref):
            for values in arguments.positional:
                self.merge(value, values)
            self.type_by_keys(value)

    def _text_method(self, text: Text, name: str, arguments: Arguments, frame: Frame) -> Values:
        if name == "join":
            literals = self.literals_in(arguments) | text.literals
            return one(Text(HOLE, -1, literals))
        if name == "format":
            return self.formatted(text, arguments, frame)
        if name in {"strip", "rstrip", "lstrip", "encode", "decode", "lower", "upper", "casefold", "removesuffix"}:
            return one(text)
        if name == "split":
            return one(Seq(one(Text(HOLE, -1, text.literals))))
        return UNKNOWN
