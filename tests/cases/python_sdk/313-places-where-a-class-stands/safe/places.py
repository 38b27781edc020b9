from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

T = TypeVar("T")
PRINTERS: dict[type, Callable[..., str]] = {}


class Store(Generic[T]):
    kind: type | None = None

    def __init__(self) -> None:
        self.items: list[T] = []


class Runs(Store[CustomExtensionCalloutInstance]):
    kind = CustomExtensionCalloutInstance


@dataclass
class Wanted:
    status: CustomExtensionCalloutInstanceStatus = CustomExtensionCalloutInstanceStatus.CalloutSent
    extension: str = "*"


def printer(kind: type) -> Callable[[Callable[..., str]], Callable[..., str]]:
    def register(function: Callable[..., str]) -> Callable[..., str]:
        PRINTERS[kind] = function
        return function

    return register


@printer(CustomExtensionStageSetting)
def print_handler(handler: CustomExtensionStageSetting) -> str:
    return f"hook {handler.id}"


def create(run: bool) -> CustomExtensionCalloutInstance | CustomExtensionStageSetting:
    kind = CustomExtensionCalloutInstance if run else CustomExtensionStageSetting
    return kind()


def is_known(thing: object, kinds: tuple[type, ...] = (CustomExtensionCalloutInstance, CustomExtensionStageSetting)) -> bool:
    return isinstance(thing, kinds)


def waits(wanted: Wanted) -> Callable[[CustomExtensionCalloutInstance], bool]:
    def check(run: CustomExtensionCalloutInstance) -> bool:
        return run.status == wanted.status and wanted.extension in ("*", run.custom_extension_id)

    return check
