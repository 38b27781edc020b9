"""cast, assert isinstance, Annotated, Union strings, variadic dicts, del."""
from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Union, cast

if TYPE_CHECKING:
    from msgraph_beta.generated import models as m

Doc = Annotated["m.CustomExtensionHandlerInstance", "a run"]
Either = Union["m.CustomExtensionHandlerInstance", "m.CustomExtensionHandler"]


def one(value: Any) -> str:
    run = cast("m.CustomExtensionHandlerInstance", value)
    return str(run.stage)


def two(run: Doc) -> str:
    return str(run.stage)


def three(value: object) -> str:
    from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

    assert isinstance(value, CustomExtensionHandlerInstance)
    return str(value.stage)


def four(either: Either) -> str:
    return str(either.stage)


def five(**runs: m.CustomExtensionHandlerInstance) -> list[str]:
    return [f"{name}={run.stage}" for name, run in runs.items()]


def six(*runs: m.CustomExtensionHandlerInstance) -> None:
    for run in runs:
        del run.stage
