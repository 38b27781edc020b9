"""Programs that run: hypothesis composes them of the pieces in `constructs`, over up to three modules."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.properties import constructs

if TYPE_CHECKING:
    from collections.abc import Sequence

Program = tuple[str, dict[str, str]]
"""Its world, and its modules by file name."""

SDK, REST = "sdk", "rest"
RUN, HOOK, CARD, LOST = "run", "hook", "card", "lost"
"""What an element is: an instance, a handler, something of the user's own, an instance that an unknown call gave."""

CLASSES = {RUN: "CustomExtensionHandlerInstance", HOOK: "CustomExtensionHandler", CARD: "Card", LOST: "object"}
_MODELS = "msgraph_beta.generated.models"
_IMPORTS = {
    "CustomExtensionHandlerInstance": f"{_MODELS}.custom_extension_handler_instance",
    "CustomExtensionHandler": f"{_MODELS}.custom_extension_handler",
    "AccessPackageAssignmentRequest": f"{_MODELS}.access_package_assignment_request",
    "AccessPackageAssignmentPolicy": f"{_MODELS}.access_package_assignment_policy",
    "Board": "boards",
    "Card": "boards",
}
_HEADER = """\
from __future__ import annotations

import asyncio
import collections
import contextlib
import copy
import functools
import itertools
import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Optional, TypeVar, cast

import boards
import elsewhere

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
"""
_SOURCES = {
    SDK: {
        RUN: (
            "request.custom_extension_handler_instances",
            "(request.custom_extension_handler_instances or [])",
            "getattr(request, 'custom_extension_handler_instances')",
            "operator.attrgetter('custom_extension_handler_instances')(request)",
        ),
        HOOK: ("policy.custom_extension_handlers", "(policy.custom_extension_handlers or [])"),
        CARD: ("board.cards", "boards.all_cards(board)"),
    },
    REST: {
        RUN: (
            "request['customExtensionHandlerInstances']",
            "request.get('customExtensionHandlerInstances')",
            "request.get('customExtensionHandlerInstances', [])",
            "(request.get('customExtensionHandlerInstances') or [])",
            "operator.itemgetter('customExtensionHandlerInstances')(request)",
        ),
        HOOK: ("policy['customExtensionHandlers']", "policy.get('customExtensionHandlers', [])"),
        CARD: ("board['cards']", "board.get('cards', [])"),
    },
}
_LOST = ("elsewhere.unknown({})", "elsewhere.Unknown({}).items", "[elsewhere.unknown(one) for one in {}]")
_READS = {
    SDK: (
        "{}.stage",
        "{}.stage",
        "getattr({}, 'stage')",
        "getattr({}, 'stage', None)",
        "operator.attrgetter('stage')({})",
    ),
    REST: ("{}['stage']", "{}['stage']", "{}.get('stage')", "{}.get('stage', '-')", "operator.itemgetter('stage')({})"),
}
_PATTERNS = {
    SDK: "match $in:\n    case {kind}(stage=$a):\n        print($a)",
    REST: "match $in:\n    case {{'stage': $a}}:\n        print($a)",
}
_NAME = re.compile(r"\$([a-zA-Z])\b")
_READ = re.compile(r"<([^<>]+)>")
_DEFINED = re.compile(r"^(?:async def|def|class) \$([a-zA-Z])|^\$([a-zA-Z]) =", re.MULTILINE)


def parts(text: str) -> list[str]:
    """What a module consists of: its imports, then definitions that do not depend on each other's order."""
    return [f"{part}\n" for part in text.removesuffix("\n").split("\n\n\n")]


def joined(held: Sequence[str]) -> str:
    """The module that consists of these parts."""
    return "\n\n".join(held)


@dataclass(slots=True)
class Module:
    """A module that is being written."""

    name: str
    imports: set[str] = field(default_factory=set)
    top: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The module's source."""
        return joined(["".join([_HEADER, *sorted(self.imports)]), *self.top])


@dataclass(slots=True)
class Way:
    """The way of one value: the lines of the function that it goes through."""

    draw: st.DrawFn
    world: str
    kind: str
    module: Module
    others: Sequence[Module]
    """Modules that this one may import from."""
    number: int
    lines: list[str] = field(default_factory=list)
    depth: int = 1
    count: int = 0
    constants: int = 0

    def step(self, piece: str, value: str) -> str:
        """Write one piece; what holds the value then."""
        self.count += 1
        defined, _, used = piece.rpartition("---\n")
        names = {name: f"{name}{self.number}_{self.count}" for name in _NAME.findall(piece) if name.islower()}
        names |= {name: f"{name}{self.number}x{self.count}" for name in _NAME.findall(piece) if name.isupper()}
        if defined:
            names |= self.define(defined, names)
        used = self.filled(used, names, value, self.module)
        *body, last = used.split("\n")
        gives = ""
        if last.startswith("=> "):
            gives = last.removeprefix("=> ")
        else:
            body.append(last)
        self.write(body)
        return gives

    def define(self, text: str, names: dict[str, str]) -> dict[str, str]:
        """Write definitions into the function, its module or another one; the names by which they go here."""
        place = self.draw(st.sampled_from(["function", "module", *range(len(self.others))]))
        if place == "function" and "global " not in text:
            self.write(self.filled(text, names, "", self.module).rstrip("\n").split("\n"))
            return {}
        if not isinstance(place, int):
            self.module.top.append(self.filled(text, names, "", self.module))
            return {}
        other = self.others[place]
        other.top.append(self.filled(text, names, "", other))
        mine = [one or two for one, two in _DEFINED.findall(text)]
        form = self.draw(st.sampled_from(["from", "as", "module"]))
        if form == "module":
            self.module.imports.add(f"import {other.name}\n")
            return {name: f"{other.name}.{names[name]}" for name in mine}
        suffix = "_here" if form == "as" else ""
        for name in mine:
            alias = f" as {names[name]}{suffix}" if suffix else ""
            self.module.imports.add(f"from {other.name} import {names[name]}{alias}\n")
        return {name: names[name] + suffix for name in mine}

    def filled(self, text: str, names: dict[str, str], value: str, module: Module) -> str:
        """The text with its placeholders replaced."""
        kind = CLASSES[self.kind] if self.world == SDK else "dict"
        if "$Type" in text and kind in _IMPORTS:
            module.imports.add(f"from {_IMPORTS[kind]} import {kind}\n")
        text = text.replace("$Type", kind).replace("$in", value)
        text = _NAME.sub(lambda match: names[match[1]], text)
        return _READ.sub(lambda match: self.read(match[1], module), text)

    def read(self, item: str, module: Module) -> str:
        """A read of the stage of an item."""
        forms = _READS[self.world]
        form = self.draw(st.sampled_from([*forms, "constant"] if self.world == REST else forms))
        if form != "constant":
            return form.format(item)
        self.constants += 1
        name = f"KEY{self.number}x{self.constants}"
        places = [module, *self.others] if module is self.module else [module]
        place = self.draw(st.sampled_from(places))
        place.top.append(f'{name} = "stage"\n')
        if place is not module:
            module.imports.add(f"from {place.name} import {name}\n")
        return f"{item}[{name}]"

    def write(self, lines: Sequence[str]) -> None:
        """Add lines to the function."""
        self.lines += ["    " * self.depth + line for line in lines]
        if lines and lines[-1].endswith(":"):
            self.depth += (len(lines[-1]) - len(lines[-1].lstrip())) // 4 + 1


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """A program; `m0.main` runs it."""
    world = draw(st.sampled_from([SDK, REST]))
    modules = [Module(f"m{number}") for number in range(draw(st.integers(1, 3)))]
    calls = []
    for number in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(modules) - 1))
        module = modules[place]
        asynchronous = draw(st.integers(0, 5)) == 0
        kind = RUN if number == 0 else draw(st.sampled_from([RUN, RUN, HOOK, CARD, LOST]))
        way = Way(draw, world, kind, module, modules[place + 1 :], number)
        compose(way, asynchronous=asynchronous)
        parameters = "request, policy, board, flag"
        if world == SDK:
            kinds = {
                "request": "AccessPackageAssignmentRequest",
                "policy": "AccessPackageAssignmentPolicy",
                "board": "Board",
            }
            parameters = ", ".join([*(f"{name}: {kind}" for name, kind in kinds.items()), "flag: bool"])
            for of in kinds.values():
                module.imports.add(f"from {_IMPORTS[of]} import {of}\n")
        body = "".join(f"{line}\n" for line in way.lines)
        module.top.append(f"{'async ' * asynchronous}def way{number}({parameters}):\n{body}")
        call = f"way{number}(request, policy, board, flag)"
        calls.append(f"    {f'asyncio.run({call})' if asynchronous else call}\n")
        if place:
            modules[0].imports.add(f"from {module.name} import way{number}\n")
    modules[0].top.append(f"def main(request, policy, board, flag):\n{''.join(calls)}")
    return world, {f"{module.name}.py": module.text for module in modules}


def compose(way: Way, *, asynchronous: bool) -> None:
    """Let the value go through three to six pieces."""
    draw, world = way.draw, way.world
    many = constructs.MANY_TO_MANY + (constructs.MANY_TO_MANY_ASYNC if asynchronous else ())
    value = draw(st.sampled_from(_SOURCES[world][RUN if way.kind == LOST else way.kind]))
    if way.kind == LOST:
        value = draw(st.sampled_from(_LOST)).format(value)
    for piece in draw(st.lists(st.sampled_from(many), min_size=1, max_size=3)):
        value = way.step(piece, value)
    if draw(st.integers(0, 2)) == 0:
        way.step(draw(st.sampled_from(constructs.MANY_READ)), value)
        return
    value = way.step(draw(st.sampled_from(constructs.MANY_TO_ONE)), value)
    for piece in draw(st.lists(st.sampled_from(constructs.ONE_TO_ONE), max_size=2)):
        value = way.step(piece, value)
    pattern = _PATTERNS[world].format(kind=CLASSES[way.kind])
    if way.kind == CARD and world == SDK:
        way.module.imports.add("from boards import Card\n")
    elif world == SDK and way.kind in {RUN, HOOK}:
        way.module.imports.add(f"from {_IMPORTS[CLASSES[way.kind]]} import {CLASSES[way.kind]}\n")
    way.step(draw(st.sampled_from([*constructs.ONE_READ, pattern])), value)
