"""Runs programs with objects in place of Graph's that note where their stage is read."""

from __future__ import annotations

import inspect
import sys
import types
from typing import TYPE_CHECKING, Any
from unittest import mock

if TYPE_CHECKING:
    from collections.abc import Callable

Place = tuple[str, int]
"""File and line."""

OLD = {
    "request": ("customExtensionHandlerInstances", "CustomExtensionHandlerInstance"),
    "policy": ("customExtensionHandlers", "CustomExtensionHandler"),
}
NEW = {
    "request": ("customExtensionCalloutInstances", "CustomExtensionCalloutInstance"),
    "policy": ("customExtensionStageSettings", "CustomExtensionStageSetting"),
}
_GONE = {name for name, _ in OLD.values()}
_OWNERS = {"request": "AccessPackageAssignmentRequest", "policy": "AccessPackageAssignmentPolicy"}


def snake(name: str) -> str:
    """The name as the SDK's attributes and modules are spelled."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


class Trace:
    """The places of a program at which the stage of an instance was read."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files
        self.places: set[Place] = set()

    def __deepcopy__(self, memo: object) -> Trace:
        return self

    def note(self) -> None:
        """Note the innermost line of the program that is being run."""
        frame = inspect.currentframe()
        while frame is not None and frame.f_code.co_filename not in self.files:
            frame = frame.f_back
        assert frame is not None
        self.places.add((frame.f_code.co_filename, frame.f_lineno))


class Traced(dict[str, Any]):
    """A mapping as JSON gives it; one that is an instance has a trace."""

    trace: Trace | None = None

    def _touch(self, key: object) -> None:
        assert key not in _GONE or key in self.keys(), f"{key} is not there any more"
        if key == "stage" and self.trace is not None:
            self.trace.note()

    def __getitem__(self, key: str) -> Any:
        self._touch(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self._touch(key)
        return super().__contains__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._touch(key)
        return super().get(key, default)


class Model:
    """An object of the SDK."""

    trace: Trace | None = None

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)


class Staged(Model):
    """One that has a stage, which an instance notes."""

    @property
    def stage(self) -> str:
        if self.trace is not None:
            self.trace.note()
        return "assignmentRequestCreated"


class Card:
    """Something of the user's own that has a stage."""

    def __init__(self, stage: str = "draft") -> None:
        self.stage = stage


class Board:
    """The user's own collection of them."""

    def __init__(self, cards: list[Card]) -> None:
        self.cards = cards


class Unknown:
    """What a package that the tool cannot see makes of a value."""

    def __init__(self, items: Any) -> None:
        self.items = unknown(items)


def unknown(value: Any) -> Any:
    """The same without its trace: the tool cannot know what this gives."""
    if isinstance(value, list | tuple):
        return [unknown(item) for item in value]
    if isinstance(value, Traced):
        return dict(value)
    return Card()


def run(world: str, files: dict[str, str], names: dict[str, tuple[str, str]]) -> set[Place]:
    """Run a program on objects of the given names; where it read the stage of an instance."""
    trace = Trace(files)
    make = _objects if world == "sdk" else _mappings
    modules, arguments = make(trace, names)
    modules["elsewhere"] = _module("elsewhere", unknown=unknown, Unknown=Unknown)
    modules["boards"] = _module("boards", Board=Board, Card=Card, all_cards=lambda board: board.cards)
    with mock.patch.dict(sys.modules, modules), mock.patch("builtins.print", _consume):
        loaded = {}
        for name, text in sorted(files.items(), reverse=True):  # a module imports only from later ones
            loaded[name] = sys.modules[name.removesuffix(".py")] = types.ModuleType(name.removesuffix(".py"))
            exec(compile(text, name, "exec"), loaded[name].__dict__)  # noqa: S102 - a program of this test
        main: Callable[..., None] = loaded["m0.py"].main
        main(*arguments, True)  # noqa: FBT003 - the flag of the program
    return trace.places


def _consume(*values: object, **_: object) -> None:
    """Print nowhere."""
    for value in values:
        str(value)


def _module(name: str, **members: Any) -> types.ModuleType:
    module = types.ModuleType(name)
    module.__dict__.update(members)
    return module


def _objects(trace: Trace, names: dict[str, tuple[str, str]]) -> tuple[dict[str, types.ModuleType], list[Any]]:
    modules = {name: types.ModuleType(name) for name in ("msgraph_beta", "msgraph_beta.generated")}
    models = "msgraph_beta.generated.models"
    modules[models] = types.ModuleType(models)
    arguments: list[Any] = []
    for argument, (collection, kind) in names.items():
        element = type(kind, (Staged,), {"trace": trace if argument == "request" else None})
        owner = type(_OWNERS[argument], (Model,), {})
        for made in (element, owner):
            path = f"{models}.{snake(made.__name__)}"
            modules[path] = _module(path, **{made.__name__: made})
        arguments.append(owner(**{snake(collection): [element(), element()]}))
    return modules, [*arguments, Board([Card(), Card()])]


def _mappings(trace: Trace, names: dict[str, tuple[str, str]]) -> tuple[dict[str, types.ModuleType], list[Any]]:
    arguments: list[Any] = []
    for argument, (collection, _) in names.items():
        elements = [Traced(stage="assignmentRequestCreated", id=str(number)) for number in range(2)]
        if argument == "request":
            for element in elements:
                element.trace = trace
        arguments.append(Traced({collection: elements}))
    return {}, [*arguments, {"cards": [{"stage": "draft"}, {"stage": "sent"}]}]
