from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


@dataclass
class Ticket:
    number: str
    stage: str


def label(thing: object) -> str:
    if isinstance(thing, CustomExtensionHandlerInstance):
        return str(thing.stage)
    elif isinstance(thing, Ticket):
        return thing.stage
    return "?"


def runs_only(things: list[object]) -> list[str]:
    runs = [thing for thing in things if isinstance(thing, CustomExtensionHandlerInstance)]
    return [str(run.stage) for run in runs]


def printed(things: list[object]) -> None:
    for thing in things:
        if not isinstance(thing, CustomExtensionHandlerInstance):
            print(getattr(thing, "stage", None))
            continue
        print(thing.stage)


def asserted(thing: object) -> str:
    assert isinstance(thing, CustomExtensionHandlerInstance)
    return str(thing.stage)


def has_stage(thing: object) -> bool:
    return isinstance(thing, CustomExtensionHandlerInstance) and thing.stage is not None


def any_stage(thing: object) -> str:
    if isinstance(thing, (Ticket, CustomExtensionHandlerInstance)):
        return str(thing.stage)
    return ""


def union(thing: CustomExtensionHandlerInstance | Ticket) -> str:
    if isinstance(thing, Ticket):
        return thing.stage
    return str(thing.stage)


def forced(payload: object) -> list[str]:
    runs = cast("list[CustomExtensionHandlerInstance]", payload)
    return [run.custom_extension_id or "" for run in runs]
