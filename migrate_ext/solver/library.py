"""What functions and methods of Python's library and of HTTP clients do to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.graph import catalogue
from migrate_ext.languages.python import ir
from migrate_ext.solver.reads import QUERY_OPTIONS, Reads
from migrate_ext.solver.state import Target
from migrate_ext.solver.values import (
    HOLE,
    OTHER,
    UNKNOWN,
    Answer,
    Builder,
    Config,
    External,
    Getter,
    Graph,
    Many,
    Map,
    Method,
    Other,
    Page,
    Partial,
    Ref,
    Seq,
    Status,
    Text,
    Tup,
    Value,
    Values,
    one,
    version_of,
)

if TYPE_CHECKING:
    from migrate_ext.solver.arguments import Arguments
    from migrate_ext.solver.state import Frame

_SAME = {
    "list", "tuple", "set", "frozenset", "iter", "aiter", "reversed", "deque", "islice", "cycle", "Counter", "chunked",
    "batched", "tee", "unique_everseen", "as_completed", "tqdm", "track", "progressbar",
}  # fmt: skip
"""Functions that give the elements of their first argument."""
_IDENTITY = {
    "copy", "deepcopy", "dumps", "run", "ensure_future", "create_task", "wait_for", "shield", "run_until_complete",
    "closing", "aclosing", "nullcontext", "MappingProxyType", "run_coroutine_threadsafe", "anext", "asyncio_run",
}  # fmt: skip
_FILTERS = {"filter", "filterfalse", "takewhile", "dropwhile", "afilter"}
_MAPS = {"map", "imap", "starmap", "amap", "imap_unordered"}
_PARSERS = {"load", "loads", "from_json", "parse_raw", "decode"}
_VERBS = {
    "get", "post", "put", "patch", "delete", "head", "options", "request", "send", "stream", "urlopen", "fetch",
    "Request", "build_request", "open", "call", "invoke", "query", "execute", "retrieve", "urlretrieve", "get_json",
    "post_json", "getresponse", "api", "graph", "call_graph",
}  # fmt: skip
_BODIES = ("json", "data", "body", "content", "payload", "json_body", "params_body")
_ANSWER_PARTS = {"json", "text", "content", "read", "data", "body", "aread", "get_json", "decode", "result", "get_body",
                 "readlines", "getvalue", "raise_for_status"}  # fmt: skip


class Library(Reads):
    """Calls of what the run does not define."""

    def call_external(self, name: str, arguments: Arguments, frame: Frame, *, made: bool) -> Values:
        """What a function or class of another package gives."""
        last = name.rpartition(".")[2]
        if made:
            return UNKNOWN
        if name.startswith("builtins.") and (result := self._builtin(last, arguments, frame)) is not None:
            return result
        first = arguments.get(0)
        if last == "partial" and arguments.positional:
            return one(Partial(first, tuple(arguments.positional[1:]), tuple(arguments.keywords.items())))
        if last in {"attrgetter", "itemgetter"}:
            return one(Getter("attribute" if last == "attrgetter" else "item", tuple(arguments.positional)))
        if last == "cast" and len(arguments.positional) > 1:
            node = arguments.item(0)
            declared = self.annotated(node, frame) if node is not None else UNKNOWN
            return arguments.get(1) | declared
        if last in {"asdict", "vars", "model_dump", "to_dict"}:
            return frozenset(
                Graph(v.type, sdk=False, places=v.places, asks=v.asks) if isinstance(v, Graph) else v for v in first
            )
        if last == "replace" and name.startswith(("dataclasses", "attr", "copy")):
            self.note_replace(first, arguments, frame)
            return first
        if last in {"chain", "zip_longest", "from_iterable", "product", "gather", "heappop"}:
            return self._combined(last, arguments)
        if last == "groupby":
            inner = self.elements(first)
            self.apply_all(arguments.get(1, "key"), [inner], frame)
            return one(Seq(one(Tup((UNKNOWN, one(Seq(inner)))))))
        if last == "reduce":
            inner = self.elements(arguments.get(1))
            return self.apply_all(first, [arguments.get(2) | inner, inner], frame)
        if last in {"to_thread", "submit", "run_in_executor"}:
            return self.apply_all(first, arguments.positional[1:], frame)
        if last in _FILTERS | _MAPS:
            return self._mapped(last, arguments, frame)
        if last in _PARSERS:
            return self.payload(first)
        if last in _SAME or last in {"nlargest", "nsmallest"}:
            source = arguments.get(1) if last.startswith("n") else first
            self.apply_all(arguments.keywords.get("key", UNKNOWN), [self.elements(source)], frame)
            return one(Seq(self.elements(source)))
        if last in _IDENTITY and arguments.positional:
            return first
        if last in {"defaultdict", "OrderedDict"}:
            return self._new_dict(arguments, frame, default=last == "defaultdict")
        if last in {"NamedTuple", "TypedDict", "namedtuple"}:
            return UNKNOWN
        if last == "quote" or last in {"urljoin", "URL", "join", "furl", "Path"}:
            return frozenset().union(*arguments.all())
        if last == "urlencode":
            return one(Config(self.literals_in(arguments)))
        requested = self.request(last, arguments)
        if requested:
            return requested
        if name.endswith("TypeVar"):
            return one(External(name, made=True))
        return self._constructed(name, last, arguments)

    def _constructed(self, name: str, last: str, arguments: Arguments) -> Values:
        """An object of another package's class; it may hold query parameters."""
        literals = self.literals_in(arguments)
        for keyword in QUERY_OPTIONS:
            self.ask(arguments.keywords.get(keyword, UNKNOWN))
        if "Configuration" in last or "Parameters" in last:
            return one(Config(literals))
        return self.objects_of(one(External(name)))

    def ask(self, values: Values) -> None:
        """The texts among the values are what a query asks for."""
        for value in values:
            match value:
                case Text(literals=literals):
                    self.query_literals |= literals
                case Ref() | Seq() | Tup():
                    self.ask(self.elements(one(value)))
                case _:
                    pass

    # builtins

    def _builtin(self, name: str, arguments: Arguments, frame: Frame) -> Values | None:
        first = arguments.get(0)
        match name:
            case "enumerate":
                self._iterate(arguments, frame)
                return one(Seq(one(Tup((OTHER, self.elements(first))))))
            case "zip":
                return one(Seq(one(Tup(tuple(self.elements(values) for values in arguments.positional)))))
            case "list" | "set" | "dict" | "sorted" | "tuple" | "reversed" | "iter" | "frozenset" | "len":
                self._iterate(arguments, frame)
                if name == "dict":
                    return self._new_dict(arguments, frame)
                inner = self.elements(first)
                self.apply_all(arguments.keywords.get("key", UNKNOWN), [inner], frame)
                if name == "len":
                    return OTHER
                if name in {"list", "set", "sorted"} and arguments.node is not None:
                    ref = Ref(self.place(frame, arguments.node.start), frame.call, name)
                    self.put(ref, inner)
                    return one(ref)
                return one(Seq(inner)) if inner else UNKNOWN
            case "filter" | "map":
                return self._mapped(name, arguments, frame)
            case "next" | "anext":
                return self.elements(first) | arguments.get(1)
            case "max" | "min":
                inner = (
                    self.elements(first) if len(arguments.positional) == 1 else frozenset().union(*arguments.positional)
                )
                self.apply_all(arguments.keywords.get("key", UNKNOWN), [inner], frame)
                return inner | arguments.keywords.get("default", UNKNOWN)
            case "sum":
                return self._nested(first)
            case "getattr":
                return self.read_by_text(first, arguments.get(1), frame, owner=arguments.item(0)) | arguments.get(2)
            case "hasattr" | "delattr":
                self.read_by_text(first, arguments.get(1), frame, owner=arguments.item(0))
                return OTHER
            case "setattr":
                self._setattr(arguments, frame)
                return UNKNOWN
            case "str" | "format":
                return frozenset(value for value in first if isinstance(value, (Text, Status)))
            case "vars":
                return self.call_external("vars", arguments, frame, made=False)
            case "print":
                self.note_printed(arguments)
                return UNKNOWN
            case "int" | "float" | "bool" | "any" | "all" | "isinstance" | "repr" | "bytes" | "range" | "object":
                return OTHER
            case "type" | "super":
                return UNKNOWN
            case _:
                return None

    def _iterate(self, arguments: Arguments, frame: Frame) -> None:
        node = arguments.item(0)
        if node is not None:
            self.note_iteration(node, arguments.get(0), frame)

    def _nested(self, values: Values) -> Values:
        """The lists that a sum of lists joins."""
        inner = self.elements(values)
        held = self.elements(inner)
        self.meet([frozenset((value,)) for value in inner])
        return one(Seq(held)) if held else OTHER

    def _setattr(self, arguments: Arguments, frame: Frame) -> None:
        held = self.read_by_text(arguments.get(0), arguments.get(1), frame, owner=arguments.item(0))
        for text in self.texts(arguments.get(1)):
            self._written(Target(arguments.get(0), text.value), arguments.get(2), held, frame)

    def _mapped(self, name: str, arguments: Arguments, frame: Frame) -> Values:
        inner = [self.elements(values) for values in arguments.positional[1:]]
        if name in _FILTERS:
            self.apply_all(arguments.get(0), inner[:1], frame)
            return one(Seq(inner[0])) if inner else UNKNOWN
        if name == "starmap" and inner:
            inner = [items for value in inner[0] if isinstance(value, Tup) for items in value.items]
        return one(Seq(self.apply_all(arguments.get(0), inner, frame)))

    def _combined(self, name: str, arguments: Arguments) -> Values:
        if name == "gather":
            return one(Tup(tuple(arguments.positional)))
        if name in {"zip_longest", "product"}:
            return one(Seq(one(Tup(tuple(self.elements(values) for values in arguments.positional)))))
        held = [self.elements(values) for values in arguments.positional]
        if name == "from_iterable":
            held = [self.elements(values) for values in held]
        self.meet(held)
        return one(Seq(frozenset().union(*held)))

    def _new_dict(self, arguments: Arguments, frame: Frame, *, default: bool = False) -> Values:
        if arguments.node is None:
            return UNKNOWN
        place = self.place(frame, arguments.node.start)
        ref = Ref(place, frame.call, "dict")
        for value in arguments.get(0) if default else UNKNOWN:
            if isinstance(value, External) and value.name.rpartition(".")[2] in {"list", "set", "dict", "deque"}:
                made = value.name.rpartition(".")[2]
                self.add(("rest", ref), one(Ref(place, frame.call, made if made != "dict" else "list")))
        for values in (*arguments.positional[default:], arguments.spread):
            self.merge(ref, values)
            self._pairs(ref, values)
            self.add(("type", ref), {kind for kind in values if isinstance(kind, Graph)})
        for name, values in arguments.keywords.items():
            self.store(ref, one(Text(name)), values)
        self.type_by_keys(ref)
        return one(ref)

    def _pairs(self, ref: Ref, values: Values) -> None:
        """A dict that is made of pairs of key and value."""
        for value in self.elements(values):
            if isinstance(value, Tup) and len(value.items) == 2:
                self.store(ref, *value.items)

    # methods

    def call_method(self, base: Values, name: str, arguments: Arguments, frame: Frame, *, known: Values) -> Values:
        """What a method gives, by the values that it is called on."""
        found: set[Value] = set()
        for value in base:
            found |= self._method_of(value, name, arguments, frame)
        explained = found or any(not isinstance(value, (Method, External)) for value in known)
        if not explained and (not base or any(isinstance(value, (External, Other)) for value in base)):
            found |= self._unknown_method(base, name, arguments, frame)
        return frozenset(found)

    def _unknown_method(self, base: Values, name: str, arguments: Arguments, frame: Frame) -> Values:
        if base and all(self._is_foreign(value) for value in base):
            return self.request(name, arguments)
        if name in {"get", "pop", "setdefault", "__getitem__", "getlist"} and self._key_like(arguments.get(0)):
            return self.read_keys(base, arguments.get(0), frame, node=arguments.item(0), owner=self._owner(arguments))
        if name in {"map", "submit", "imap"}:
            return self.call_external("pool." + name, arguments, frame, made=False)
        return self.request(name, arguments)

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
            case Ref() | Graph() | Page() | Map() if name in {"get", "pop", "setdefault", "__getitem__"}:
                if isinstance(value, Ref) and value.kind != "dict":
                    return self.elements(one(value))
                self.note_lookup(one(value), first, certain=name != "get")
                found = self.read_keys(one(value), first, frame, node=arguments.item(0), owner=owner)
                if name == "setdefault" and isinstance(value, Ref):
                    self.store(value, first, arguments.get(1))
                return found | arguments.get(1)
            case Ref() | Many() | Seq() if name in {"append", "add", "insert", "appendleft", "put", "push"}:
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
            case Map(values):
                return {
                    "values": one(Seq(values)),
                    "items": one(Seq(one(Tup((UNKNOWN, values))))),
                    "copy": one(value),
                }.get(name, UNKNOWN)
            case Ref() | Many() | Seq() | Tup():
                if name in {"copy", "union", "difference", "intersection"}:
                    return one(value)
                if name == "count":
                    self.compare(self.elements(one(value)), "==", first)
                if name == "sort":
                    self.apply_all(arguments.keywords.get("key", UNKNOWN), [self.elements(one(value))], frame)
                return self.elements(one(value)) if name in {"pop", "popleft", "__getitem__"} else UNKNOWN
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

    # requests

    def payload(self, values: Values) -> Values:
        """What the text of an answer holds."""
        found: set[Value] = set()
        for value in values:
            match value:
                case Answer(type="other"):
                    found.add(Other("answer"))
                case Answer(type, True, places, asks):
                    found.add(Page(type, sdk=False, places=places, asks=asks))
                case Answer(type, False, places, asks):
                    found.add(Graph(type, sdk=False, places=places, asks=asks))
                case Ref() | Page() | Graph() | Seq() | Many() | Tup() | Map():
                    found.add(value)
                case _:
                    pass
        return frozenset(found)

    def request(self, name: str, arguments: Arguments) -> Values:
        """The answer to a request for an address that is known, if the call is one."""
        if name not in _VERBS and not name.startswith(("get_", "post_", "fetch_", "call_", "request_")):
            return UNKNOWN
        candidates = [*arguments.positional[:3], arguments.keywords.get("url", UNKNOWN)]
        found: set[Value] = set()
        for values in candidates:
            for value in values:
                if isinstance(value, Answer):
                    found.add(value)
                elif isinstance(value, Text) and (answer := self.address(value)) is not None:
                    found.add(answer)
        if not found:
            return UNKNOWN
        for keyword in ("params", "query", "params_query"):
            self._ask_keys(arguments.keywords.get(keyword, UNKNOWN))
        asks = self._asked_in(arguments)
        answers = {
            Answer(value.type, value.many, value.places, value.asks | asks)
            for value in found
            if isinstance(value, Answer)
        }
        for answer in answers:
            version = version_of(answer.asks)
            if version is not None:
                for place in answer.asks:
                    self.versions.setdefault(place, version)
        self._send(name, answers, arguments)
        return frozenset(answers)

    def _asked_in(self, arguments: Arguments) -> frozenset[int]:
        """Literals of the query parameters that a request is sent with."""
        found: set[int] = set()
        for keyword, values in arguments.keywords.items():
            if keyword not in _BODIES and keyword != "headers":
                found |= self.sites_in([values])
        for values in arguments.positional[1:]:
            found |= self.sites_in([values]) if any(isinstance(value, Config) for value in values) else set()
        return frozenset(found)

    def _ask_keys(self, values: Values) -> None:
        for value in values:
            if isinstance(value, Ref) and value.kind == "dict":
                for key in self.texts(self.read(("keys", value))):
                    if key.value.lstrip("$").lower() in QUERY_OPTIONS:
                        self.ask(self.read(("item", value, key.value)))

    def _send(self, name: str, answers: set[Answer], arguments: Arguments) -> None:
        """Link an address and the body that is sent to it; a body that creates something may need its type."""
        method = name.lower()
        for values in (*arguments.positional[:1], arguments.keywords.get("method", UNKNOWN)):
            for text in self.texts(values):
                if text.value.isupper():
                    method = text.value.lower()
        if method in {"get", "head", "delete", "options", "urlopen"} and not (arguments.keywords.keys() & set(_BODIES)):
            return
        bodies = [arguments.keywords[name] for name in _BODIES if name in arguments.keywords]
        bodies += [
            values
            for values in arguments.positional[1:]
            if any(isinstance(value, Ref) and value.kind == "dict" for value in values)
        ]
        for answer in answers:
            kind = answer.type if answer.type in catalogue.TYPES else None
            for values in bodies:
                for value in values:
                    if isinstance(value, Ref) and kind is not None and (answer.many or method != "post"):
                        self.type_contents(value, one(Graph(kind, sdk=False, places=answer.places)))
                    if isinstance(value, (Ref, Text)) and answer.many and method == "post" and kind is not None:
                        self.note_creation(value, answer)
            version = version_of(answer.asks)
            if self.reporting and version is not None:
                for place in self.sites_in(bodies):
                    self.versions.setdefault(place, version)
            if self.reporting:
                linked = self.sites_in(bodies)
                if linked and answer.places:
                    self.sites.union([*answer.places, *linked])

    def read_by_text(self, base: Values, keys: Values, frame: Frame, *, owner: ir.Expr | None = None) -> Values:
        """`getattr(x, "name")`: an attribute whose name is a string."""
        found: set[Value] = set()
        for text in self.texts(keys):
            names_ = text.value.split(".")
            values = base
            for name in names_:
                if text.literal < 0:
                    values = self.read_name(values, name, -1, frame, owner) if not self.reporting else UNKNOWN
                else:
                    values = self.read_text_name(values, name, text, frame, owner)
            found |= values
        return frozenset(found)
