"""What functions of Python's library and of other packages do to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.solver.arguments import Arguments
from migrate_ext.solver.state import Frame
from migrate_ext.solver.values import (
    OTHER,
    UNKNOWN,
    Choices,
    Config,
    External,
    Getter,
    Graph,
    Model,
    Partial,
    Ref,
    Seq,
    Status,
    Text,
    Tup,
    UserClass,
    Value,
    Values,
    one,
)

if TYPE_CHECKING:
    from migrate_ext.languages.python import ir


from typing import TYPE_CHECKING

from migrate_ext.solver.state import Target
from migrate_ext.solver.writes import QUERY_OPTIONS

if TYPE_CHECKING:
    from migrate_ext.solver.arguments import Arguments
    from migrate_ext.solver.state import Frame
from migrate_ext.solver.methods import Methods

_SAME = {
    "list", "tuple", "set", "frozenset", "iter", "aiter", "reversed", "islice", "cycle", "Counter",
    "unique_everseen", "as_completed", "tqdm", "track", "progressbar",
}  # fmt: skip
"""Functions that give the elements of their first argument."""

_PARTS = {"batched", "chunked", "tee", "pairwise", "combinations", "permutations"}
"""Functions that give collections of the elements of their first argument."""

_PICKS = {"first", "last", "one", "only"}
"""Functions of `more_itertools` that give one of the elements of their first argument."""

_IDENTITY = {
    "copy", "deepcopy", "dumps", "run", "ensure_future", "create_task", "wait_for", "shield", "run_until_complete",
    "closing", "aclosing", "nullcontext", "MappingProxyType", "run_coroutine_threadsafe", "anext", "asyncio_run",
}  # fmt: skip

_LISTS = {"deque", "UserList", "Queue", "LifoQueue", "PriorityQueue", "SimpleQueue", "JoinableQueue"}

_DICTS = {"defaultdict", "OrderedDict", "ChainMap", "WeakValueDictionary", "TTLCache", "LRUCache", "LFUCache"}

_FILTERS = {"filter", "filterfalse", "takewhile", "dropwhile", "afilter"}

_MAPS = {"map", "imap", "starmap", "amap", "imap_unordered"}

_PARSERS = {"load", "loads", "from_json", "parse_raw", "decode"}


class Library(Methods):
    """Functions of what the run does not define."""

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
        if last == "create_autospec" or last.endswith("Mock"):
            return self._specified(arguments)
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
        if last in _PARTS:
            return one(Seq(one(Seq(self.elements(first)))))
        if last in _SAME or last in {"nlargest", "nsmallest"}:
            source = arguments.get(1) if last.startswith("n") else first
            self.apply_all(arguments.keywords.get("key", UNKNOWN), [self.elements(source)], frame)
            return one(Seq(self.elements(source)))
        if last in _IDENTITY and arguments.positional:
            return first
        if name.startswith("more_itertools.") and last in _PICKS:
            return self.elements(first) | arguments.get(1, "default")
        if last == "partition" and len(arguments.positional) > 1:
            self.apply_all(first, [self.elements(arguments.get(1))], frame)
            half = one(Seq(self.elements(arguments.get(1))))
            return one(Tup((half, half)))
        if last in _LISTS:
            return self._new_list(arguments, frame)
        if last == "get_args":
            return one(Seq(frozenset().union(*(v.objects for v in first if isinstance(v, Choices)))))
        if last in _DICTS:
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
        if last == "TypeVar":
            return self._type_variable(name, arguments, frame)
        if last in {"NewType", "TypeAliasType"}:
            node = arguments.item(1)
            return one(Choices(self.annotated(node, frame))) if node is not None else UNKNOWN
        return self._constructed(name, last, arguments)

    def _type_variable(self, name: str, arguments: Arguments, frame: Frame) -> Values:
        """A type variable; where nothing is known to stand for it, it is what bounds it."""
        nodes = [arguments.item(at) for at in range(1, len(arguments.positional))]
        if arguments.node is not None:
            nodes += [item.value for item in arguments.node.args if item.name == "bound"]
        bound = frozenset().union(*(self.annotated(node, frame) for node in nodes if node is not None))
        return one(External(name, made=True)) | (one(Choices(bound)) if bound else UNKNOWN)

    def _constructed(self, name: str, last: str, arguments: Arguments) -> Values:
        """An object of another package's class; it may hold query parameters."""
        literals = self.literals_in(arguments)
        for keyword in QUERY_OPTIONS:
            self.ask(arguments.keywords.get(keyword, UNKNOWN))
        if "Configuration" in last or "Parameters" in last:
            return one(Config(literals))
        return self.objects_of(one(External(name)))

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
            case "super":
                return self._above(frame)
            case "type":
                return UNKNOWN
            case _:
                return None

    def _above(self, frame: Frame) -> Values:
        """`super()`: the object as one of the classes of the run from which its class derives."""
        info = frame.function
        while info is not None and info.cls is None:
            info = info.parent
        if info is None or info.cls is None:
            return UNKNOWN
        bases = [value for base in self.classes[info.cls].bases for value in base if isinstance(value, UserClass)]
        if "classmethod" in info.decorators:
            return frozenset(bases)
        return frozenset().union(*(self.instance_of(base.index, base.types) for base in bases))

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
            self.keep_attribute(arguments.get(0), text.value, arguments.get(2), frame)
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

    def _specified(self, arguments: Arguments) -> Values:
        """A mock: unknown, unless it is specified as an object of one of the SDK's classes."""
        spec = arguments.get(0, "spec") | arguments.keywords.get("spec_set", UNKNOWN)
        return self.objects_of(frozenset(value for value in spec if isinstance(value, Model)))

    def _new_list(self, arguments: Arguments, frame: Frame) -> Values:
        """A list, or a queue: for its elements it does not matter where they are put."""
        if arguments.node is None:
            return one(Seq(self.elements(arguments.get(0))))
        ref = Ref(self.place(frame, arguments.node.start), frame.call, "list")
        self.put(ref, self.elements(arguments.get(0)))
        return one(ref)

    def _pairs(self, ref: Ref, values: Values) -> None:
        """A dict that is made of pairs of key and value."""
        for value in self.elements(values):
            if isinstance(value, Tup) and len(value.items) == 2:
                self.store(ref, *value.items)

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
