from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


@dataclass
class Ticket:
    number: str
    stage: str


def label(thing: object) -> str:
    if isinstance(thing, CustomExtensionCalloutInstance):
        return str(thing.stage)
    elif isinstance(thing, Ticket):
        return thing.stage
    return "?"


def runs_only(things: list[object]) -> list[str]:
    runs = [thing for thing in things if isinstance(thing, CustomExtensionCalloutInstance)]
    return [str(run.stage) for run in runs]


def printed(things: list[object]) -> None:
    for thing in things:
        if not isinstance(thing, CustomExtensionCalloutInstance):
            print(getattr(thing, "stage", None))
            continue
        print(thing.stage)


def asserted(thing: object) -> str:
    assert isinstance(thing, CustomExtensionCalloutInstance)
    return str(thing.stage)


def has_stage(thing: object) -> bool:
    return isinstance(thing, CustomExtensionCalloutInstance) and thing.stage is not None


def any_stage(thing: object) -> str:
    if isinstance(thing, (Ticket, CustomExtensionCalloutInstance)):
        return str(thing.stage)
    return ""


def union(thing: CustomExtensionCalloutInstance | Ticket) -> str:
    if isinstance(thing, Ticket):
        return thing.stage
    return str(thing.stage)


def forced(payload: object) -> list[str]:
    runs = cast("list[CustomExtensionCalloutInstance]", payload)
    return [run.custom_extension_id or "" for run in runs]
