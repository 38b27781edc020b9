"""Types that the support scripts share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeGuard

if TYPE_CHECKING:
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

    Hooks = dict[str, list["CustomExtensionStageSetting"]]


class Registry:
    kinds: ClassVar[dict[str, type[CustomExtensionStageSetting]]] = {}

    def __init__(self, hooks: Annotated[Hooks, "by policy"]) -> None:
        self._hooks = hooks

    def where(self, wanted: Callable[["CustomExtensionStageSetting"], bool]) -> "Iterable[CustomExtensionStageSetting]":
        for hooks in self._hooks.values():
            yield from filter(wanted, hooks)


def is_hook(thing: Any) -> TypeGuard["CustomExtensionStageSetting | None"]:
    """Whether it is a CustomExtensionHandler that came from Graph."""
    return thing is None or hasattr(thing, "custom_extension")
