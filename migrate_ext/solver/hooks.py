"""What the lower classes of the interpreter ask of the higher ones.

The interpreter is one object whose class is built in layers, each in a module of its own; from the lowest up: state,
evaluate, narrow, execute, generics, types, properties, reads, writes, requests, methods, library, instances, calls,
statuses, modules, construct, composed, displays, strings, extensions, exports, flow. A layer calls the layers below it
as usual; what it needs from a layer above is declared here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from migrate_ext.graph import catalogue, sdk
    from migrate_ext.languages.python import ir
    from migrate_ext.solver.arguments import Arguments
    from migrate_ext.solver.state import ClassInfo, Frame, FunctionInfo, Target
    from migrate_ext.solver.values import Answer, Builder, Instance, Model, Ref, Status, Text, Tup, Types, Value, Values


class Hooks(ABC):
    """The methods that a class calls on itself and that a class further up defines."""

    # expressions

    @abstractmethod
    def _attribute(self, node: ir.Attribute, frame: Frame) -> Values:
        """The values of `base.name`."""

    @abstractmethod
    def _call(self, node: ir.Call, frame: Frame) -> Values:
        """The values that a call gives."""

    @abstractmethod
    def _subscript(self, node: ir.Subscript, frame: Frame) -> Values:
        """The values of `base[index]`."""

    @abstractmethod
    def _compare(self, node: ir.Compare, frame: Frame) -> Values:
        """The values of a chain of comparisons."""

    # statements

    @abstractmethod
    def _import(self, node: ir.Import, frame: Frame) -> bool:
        """Bind what an import brings."""

    @abstractmethod
    def narrow(self, test: ir.Expr, frame: Frame, *, positive: bool) -> None:
        """Know more about names where a test is true (or false)."""

    @abstractmethod
    def assign(self, target: ir.Expr, values: Values, frame: Frame) -> None:
        """Bind a target."""

    @abstractmethod
    def assign_attribute(self, target: ir.Attribute, values: Values, frame: Frame) -> None:
        """`x.name = values`."""

    @abstractmethod
    def assign_item(self, target: ir.Subscript, values: Values, frame: Frame) -> None:
        """`x[key] = values`."""

    @abstractmethod
    def extend(self, target: Values, values: Values) -> None:
        """`target += values`, for lists and collections."""

    @abstractmethod
    def agree(self, values: Values, declared: Values) -> None:
        """A value meets a declared type: where they are the same Graph type, both are renamed or neither."""

    # types

    @abstractmethod
    def annotated(self, node: ir.Expr, frame: Frame) -> Values:
        """The values that an annotation allows, as far as it says anything."""

    @abstractmethod
    def objects_of(self, classes: Values) -> Values:
        """Objects of these classes."""

    @abstractmethod
    def alias(self, node: ir.Expr, variables: Iterable[str], frame: Frame) -> Values:
        """The alias that stands for a type with these type variables."""

    @abstractmethod
    def initialise(self, value: Instance) -> None:
        """Know what an object's attributes hold by the annotations of its `__init__`."""

    @abstractmethod
    def instance_of(self, index: int, types: Types = ()) -> Values:
        """An object of a class of the run."""

    @abstractmethod
    def named_tuple(self, value: Instance) -> Tup | None:
        """An object of a user's NamedTuple as the tuple that it is; None for other classes."""

    @abstractmethod
    def given_by(self, value: Instance, name: str) -> Values:
        """What a method of a class of the run gives, by which Python uses its objects: `__iter__` and the like."""

    @abstractmethod
    def contents(self, value: Instance) -> Values:
        """What iterating over an object of a class of the run gives."""

    @abstractmethod
    def field_of(self, value: Instance, position: int) -> Values:
        """What an object of a class of the run holds in the field that a positional pattern of this number means."""

    @abstractmethod
    def note_field(self, node: ir.Annotated, cls: ClassInfo, declared: Values, frame: Frame) -> None:
        """A field of a class of the run."""

    # reads and writes

    @abstractmethod
    def read_name(self, base: Values, name: str, start: int, frame: Frame, node: ir.Expr | None) -> Values:
        """What an attribute is; a deprecated one is recorded at `start`."""

    @abstractmethod
    def read_text_name(self, base: Values, name: str, text: Text, frame: Frame, owner: ir.Expr | None) -> Values:
        """An attribute that a literal names."""

    @abstractmethod
    def read_keys(
        self, base: Values, keys: Values, frame: Frame, *, node: ir.Expr | None = None, owner: ir.Expr | None = None
    ) -> Values:
        """What stands under the keys in the values; deprecated keys are recorded where they are written."""

    @abstractmethod
    def note_written(self, target: Target, values: Values, held: Values, frame: Frame) -> None:
        """Values become the property, which is known to hold `held`."""

    # calls

    @abstractmethod
    def apply_all(self, functions: Values, given: list[Values], frame: Frame) -> Values:
        """What calling any of the functions with these values gives."""

    @abstractmethod
    def call_function(
        self, info: FunctionInfo, given: list[Values], keywords: dict[str, Values], frame: Frame, node: ir.Call | None
    ) -> Values:
        """What a call of a function of the run gives."""

    @abstractmethod
    def evaluate_call(self, info: FunctionInfo, bound: dict[str, Values], frame: Frame, node: ir.Call | None) -> Values:
        """What a function gives for these arguments: its body is executed with them."""

    @abstractmethod
    def builder_call(self, value: Builder, name: str, arguments: Arguments) -> Values:
        """What a method of a request builder gives."""

    @abstractmethod
    def construct(self, model: Model, arguments: Arguments, frame: Frame) -> Values:
        """An object that a constructor of the SDK makes."""

    @abstractmethod
    def call_external(self, name: str, arguments: Arguments, frame: Frame, *, made: bool) -> Values:
        """What a function or class of another package gives."""

    @abstractmethod
    def note_call(self, node: ir.Call, functions: Values, arguments: Arguments, frame: Frame) -> None:
        """Keywords of calls of what the run does not define, and messages of loggers."""

    @abstractmethod
    def note_creation(self, body: Ref | Text, answer: Answer) -> None:
        """A dict, or JSON text, is the body of a request that creates an object."""

    @abstractmethod
    def ask(self, values: Values) -> None:
        """The texts among the values are what a query asks for."""

    @abstractmethod
    def update_keyword(self, value: Value, name: str, arguments: Arguments, frame: Frame) -> None:
        """`x.update(name=…)`: a keyword that is a key."""

    @abstractmethod
    def note_replace(self, base: Values, arguments: Arguments, frame: Frame) -> None:
        """`dataclasses.replace(x, name=…)`."""

    # modules and the SDK's names

    @abstractmethod
    def member_of_module(self, index: int, name: str, frame: Frame) -> Values:
        """An attribute of a module of the run."""

    @abstractmethod
    def member_of_external(self, dotted: str, name: str, place: int, *, made: bool) -> Values:
        """An attribute, read at `place`, of something of another package."""

    @abstractmethod
    def sdk_version(self, frame: Frame) -> int | None:
        """The version of the API that a module's SDK is for."""

    @abstractmethod
    def use_name(self, node: ir.Name, frame: Frame) -> None:
        """Record a name that an import brings under its deprecated spelling."""

    @abstractmethod
    def use_member_name(self, node: ir.Attribute, base: Values, frame: Frame, *, called: bool = False) -> None:
        """Record a deprecated class or module that is named after a dot."""

    @abstractmethod
    def use_sdk_name(
        self, name: sdk.SdkName, start: int, frame: Frame, *, constructed: bool = False, version: int | None = None
    ) -> None:
        """Record the use of a deprecated SDK name."""

    # statuses

    @abstractmethod
    def compare(self, left: Values, operator: str, right: Values, *, flipped: bool = False) -> None:
        """Record the old values that a status is compared with; `flipped` where the comparison stands under a `not`."""

    @abstractmethod
    def use_status(
        self, text: Text, item: catalogue.Member, status: Status, *, negated: bool = False, reason: str = ""
    ) -> None:
        """Record a literal that is the old status `item`, spelled and linked as `status` says."""

    @abstractmethod
    def enum_by_value(self, model: Model, values: Values) -> Values:
        """The members of an enumeration of the SDK that have these values."""

    @abstractmethod
    def note_enum_by_value(self, index: int, arguments: Arguments) -> None:
        """The user's own enumeration of statuses is called with one."""

    @abstractmethod
    def note_lookup(self, base: Values, keys: Values, *, certain: bool) -> None:
        """A mapping that is indexed by a status; `certain` where a missing key raises."""

    @abstractmethod
    def note_iteration(self, node: ir.Expr, values: Values, frame: Frame) -> None:
        """Iterating over an enumeration is a use of it."""

    @abstractmethod
    def note_match(self, node: ir.Match, subject: Values, frame: Frame, *, default: bool) -> None:
        """A `match` over the subject; `default` where a case takes everything."""

    @abstractmethod
    def note_positional(self, cls: Values, pattern: ir.ClassPattern, frame: Frame) -> None:
        """Positional patterns of a model whose order changes."""

    # texts and displays

    @abstractmethod
    def address(self, text: Text) -> Answer | None:
        """What a request to this address gives; None where the text is no address."""

    @abstractmethod
    def percent(self, node: ir.Binary, left: Values, right: Values, frame: Frame) -> Values:
        """`"…%s…" % values`."""

    @abstractmethod
    def formatted(self, text: Text, arguments: Arguments, frame: Frame) -> Values:
        """`"…{}…".format(values)`."""

    @abstractmethod
    def scan_joined(self, pieces: Sequence[tuple[ir.Expr, Values]], frame: Frame) -> None:
        """Find deprecated words in a text that is put together from pieces."""

    @abstractmethod
    def note_display(self, node: ir.Display, values: list[Values], frame: Frame) -> None:
        """A list, set or tuple display and the values of its items."""

    @abstractmethod
    def note_dict(self, node: ir.Dict, ref: Ref, found: list[tuple[Values, Values]], frame: Frame) -> None:
        """A dict display, and the values of its keys and values."""

    @abstractmethod
    def note_prose(self, node: ir.Expr) -> None:
        """An expression whose texts are read by people."""

    @abstractmethod
    def note_printed(self, arguments: Arguments) -> None:
        """What is printed is read by people."""
