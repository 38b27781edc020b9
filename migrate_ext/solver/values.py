"""What a Python value is known to be: small hashable facts; a set of them is what a variable may hold.

`places` are the sites from which a value has its type, `asks` the queries whose answer holds it. A place is an
integer that stands for an offset (in code points) in a file of the run; -1 is no place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.graph import sdk

if TYPE_CHECKING:
    from collections.abc import Iterable

_STRIDE = 1 << 32
"""No file is longer than this."""

Values = frozenset["Value"]
Places = frozenset[int]
Types = tuple[tuple[str, Values], ...]
"""What the type variables of a class stand for, by name."""

MAX_NESTING = 12
"""Levels of tuples, iterables and mappings within each other that are followed."""

NOWHERE: Places = frozenset()


def place_of(file: int, offset: int) -> int:
    """The place of an offset in a file."""
    return file * _STRIDE + offset


def file_of(place: int) -> int:
    """The number of the file that a place is in."""
    return place // _STRIDE


def offset_of(place: int) -> int:
    """The offset of a place in its file."""
    return place % _STRIDE


def shown(version: int) -> int:
    """What stands among the `asks` of a value for the version of the API that its address, or its package, shows."""
    return -2 - version


def version_of(asks: Places) -> int | None:
    """The version of the API that the address or the package of a value showed."""
    return next((-2 - ask for ask in asks if ask <= shown(0)), None)


def shown_by(dotted: str) -> Places:
    """What stands among the `asks` of the values of a name of the SDK."""
    version = sdk.version_of_package(dotted)
    return frozenset((shown(version),)) if version is not None else NOWHERE


@dataclass(frozen=True, slots=True)
class Graph:
    """A Graph object, as SDK model (`sdk`) or as mapping; `type` None is some other Graph object."""

    type: str | None
    sdk: bool
    places: Places = NOWHERE
    asks: Places = NOWHERE


@dataclass(frozen=True, slots=True)
class Many:
    """A collection of Graph objects."""

    type: str | None
    sdk: bool
    places: Places = NOWHERE
    asks: Places = NOWHERE


@dataclass(frozen=True, slots=True)
class Page:
    """What answers a list request: an object that holds a collection in `value`."""

    type: str | None
    sdk: bool
    places: Places = NOWHERE
    asks: Places = NOWHERE


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a request, its text, or the request or link that will give it."""

    type: str | None
    many: bool
    places: Places = NOWHERE
    asks: Places = NOWHERE


@dataclass(frozen=True, slots=True)
class Builder:
    """A request builder of the SDK; of one item or of a collection."""

    type: str | None
    item: bool
    places: Places = NOWHERE
    asks: Places = NOWHERE


@dataclass(frozen=True, slots=True)
class Config:
    """Something that holds query parameters."""

    asks: Places


@dataclass(frozen=True, slots=True)
class Status:
    """The status of an instance; `form` is `value` or `name`, the latter as the SDK's enumeration spells it."""

    new: bool
    form: str
    places: Places = NOWHERE


@dataclass(frozen=True, slots=True)
class Member:
    """A member of one of Graph's enumerations in the SDK."""

    type: str
    name: str
    place: int


@dataclass(frozen=True, slots=True)
class Model:
    """A class of the SDK; `type` is Graph's name of what its objects are."""

    type: str
    kind: str
    """`model`, `page`, `enum` or `config`."""
    places: Places = NOWHERE
    asks: Places = NOWHERE


@dataclass(frozen=True, slots=True)
class Text:
    """A string whose value is known as far as possible; `HOLE` stands for what is not known."""

    value: str
    literal: int = -1
    """Place of the literal that is the whole string, or -1."""
    literals: Places = NOWHERE
    """Places of all literals that are part of it."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the run, with the object it is bound to."""

    index: int
    bound: Values | None = None


@dataclass(frozen=True, slots=True)
class UserClass:
    """A class of the run, or one of its types where it is generic."""

    index: int
    types: Types = ()


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class of the run, or of one of its types where it is generic."""

    index: int
    types: Types = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A list or dict made in the run, by the place of its display and the call in which it is made."""

    place: int
    call: int
    kind: str


@dataclass(frozen=True, slots=True)
class Container:
    """A value that holds others."""

    nesting: int = field(init=False, repr=False, compare=False)
    """Levels of containers; comparing takes time that doubles with each."""

    def _measure(self, held: Iterable[Value]) -> None:
        deepest = max((value.nesting for value in held if isinstance(value, Container)), default=0)
        object.__setattr__(self, "nesting", deepest + 1)


@dataclass(frozen=True, slots=True)
class Seq(Container):
    """Some iterable of which only the elements are known."""

    elements: Values

    def __post_init__(self) -> None:
        self._measure(self.elements)


@dataclass(frozen=True, slots=True)
class Map(Container):
    """Some mapping of which only the values are known, and sometimes the keys."""

    values: Values
    keys: Values = frozenset()

    def __post_init__(self) -> None:
        self._measure(self.values | self.keys)


@dataclass(frozen=True, slots=True)
class Tup(Container):
    """A tuple."""

    items: tuple[Values, ...]

    def __post_init__(self) -> None:
        self._measure(value for values in self.items for value in values)


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the run."""

    index: int


@dataclass(frozen=True, slots=True)
class External:
    """A module, class, function or object of another package, by its dotted name."""

    name: str
    made: bool = False
    """An object that a call of it gave."""


@dataclass(frozen=True, slots=True)
class Partial:
    """A call that still waits for arguments."""

    function: Values
    arguments: tuple[Values, ...]
    keywords: tuple[tuple[str, Values], ...]


@dataclass(frozen=True, slots=True)
class Getter:
    """`attrgetter(…)` or `itemgetter(…)` with literal names."""

    kind: str
    keys: tuple[Values, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a value, read but not yet called."""

    base: Values
    name: str


@dataclass(frozen=True, slots=True)
class Choices:
    """A type that is given by what its objects may be: `Literal[…]`, `list[…]`."""

    objects: Values


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a type that is looked at where it is used: it may have type variables, or name itself."""

    index: int


@dataclass(frozen=True, slots=True)
class Other:
    """A value that is known not to be Graph's."""

    what: str = "other"


Value = (
    Graph
    | Many
    | Page
    | Answer
    | Builder
    | Config
    | Status
    | Member
    | Model
    | Text
    | Function
    | UserClass
    | Instance
    | Ref
    | Seq
    | Map
    | Tup
    | Module
    | External
    | Partial
    | Getter
    | Method
    | Choices
    | Alias
    | Other
)

UNKNOWN: Values = frozenset()
OTHER: Values = frozenset((Other(),))
HOLE = "\ufffc"
"""Stands in a text for a part whose value is not known."""


def places_of(value: Value) -> Places:
    """The sites from which a value has its type."""
    return value.places if isinstance(value, (Graph, Many, Page, Answer, Builder, Status, Model)) else NOWHERE


def asks_of(value: Value) -> Places:
    """The queries whose answer holds a value."""
    return value.asks if isinstance(value, (Graph, Many, Page, Answer, Builder, Model, Config)) else NOWHERE


def one(value: Value) -> Values:
    """The set that holds just this value; what is nested too deeply is unknown."""
    return UNKNOWN if isinstance(value, Container) and value.nesting > MAX_NESTING else frozenset((value,))
