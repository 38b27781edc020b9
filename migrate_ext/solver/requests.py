"""Requests: what they are sent with, and what answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.graph import catalogue
from migrate_ext.solver.values import (
    UNKNOWN,
    Answer,
    Config,
    Graph,
    Many,
    Map,
    Other,
    Page,
    Ref,
    Seq,
    Text,
    Tup,
    Value,
    Values,
    one,
)
from migrate_ext.solver.writes import QUERY_OPTIONS, Writes

if TYPE_CHECKING:
    from migrate_ext.solver.arguments import Arguments

_METHODS = {"get", "post", "put", "patch", "delete", "head", "options"}
"""Methods as some clients take them in lower case too; in upper case any word is one."""
_VERBS = _METHODS | {
    "request", "send", "stream", "urlopen", "fetch", "Request", "build_request", "open", "call", "invoke", "query",
    "execute", "retrieve", "urlretrieve", "get_json", "post_json", "getresponse", "api", "graph", "call_graph",
}  # fmt: skip

_BODIES = ("json", "data", "body", "content", "payload", "json_body", "params_body")


class Requests(Writes):
    """Calls that send requests."""

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
            self.show_version(answer.asks, answer.asks)
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
                if text.value.isupper() or text.value in _METHODS:
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
            if self.reporting:
                linked = self.sites_in(bodies)
                self.show_version(linked, answer.asks)
                if linked and answer.places:
                    self.sites.union([*answer.places, *linked])

    def literals_in(self, arguments: Arguments) -> frozenset[int]:
        """Places of all literals that the arguments hold, as texts or in lists and configurations."""
        found: set[int] = set()
        stack = arguments.all()
        seen: set[Value] = set()
        while stack:
            for value in stack.pop():
                if value in seen:
                    continue
                seen.add(value)
                match value:
                    case Text(literals=literals):
                        found |= literals
                    case Config(asks):
                        found |= asks
                    case Ref(kind="dict"):
                        stack.append(self.all_of(value))
                    case Ref() | Seq() | Tup():
                        stack.append(self.elements(one(value)))
                    case _:
                        pass
        return frozenset(found)

    def sites_in(self, held: list[Values]) -> set[int]:
        """Places of everything that the values carry: constructors, displays and texts."""
        found: set[int] = set()
        stack = list(held)
        seen: set[Value] = set()
        while stack:
            for value in stack.pop():
                if value in seen:
                    continue
                seen.add(value)
                match value:
                    case Ref(place, _, kind):
                        found.add(place)
                        stack.append(self.all_of(value) if kind == "dict" else self.elements(one(value)))
                    case Graph(_, _, places, asks) | Many(_, _, places, asks):
                        found |= places | asks
                    case Text(literals=literals):
                        found |= literals
                    case Seq(inner) | Map(inner):
                        stack.append(inner)
                    case Tup(items):
                        stack += items
                    case _:
                        pass
        return found
