from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

T = TypeVar("T")
PRINTERS: dict[type, Callable[..., str]] = {}


class Store(Generic[T]):
    kind: type | None = None

    def __init__(self) -> None:
        self.items: list[T] = []


class Runs(Store[CustomExtensionHandlerInstance]):
    kind = CustomExtensionHandlerInstance


@dataclass
class Wanted:
    status: AccessPackageCustomExtensionHandlerStatus = AccessPackageCustomExtensionHandlerStatus.RequestSent
    extension: str = "*"


def printer(kind: type) -> Callable[[Callable[..., str]], Callable[..., str]]:
    def register(function: Callable[..., str]) -> Callable[..., str]:
        PRINTERS[kind] = function
        return function

    return register


@printer(CustomExtensionHandler)
def print_handler(handler: CustomExtensionHandler) -> str:
    return f"hook {handler.id}"


def create(run: bool) -> CustomExtensionHandlerInstance | CustomExtensionHandler:
    kind = CustomExtensionHandlerInstance if run else CustomExtensionHandler
    return kind()


def is_known(thing: object, kinds: tuple[type, ...] = (CustomExtensionHandlerInstance, CustomExtensionHandler)) -> bool:
    return isinstance(thing, kinds)


def waits(wanted: Wanted) -> Callable[[CustomExtensionHandlerInstance], bool]:
    def check(run: CustomExtensionHandlerInstance) -> bool:
        return run.status == wanted.status and wanted.extension in ("*", run.custom_extension_id)

    return check
