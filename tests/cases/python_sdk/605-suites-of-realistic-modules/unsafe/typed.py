"""cast, assert isinstance, Annotated, Union strings, variadic dicts, del."""
from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Union, cast

if TYPE_CHECKING:
    from msgraph_beta.generated import models as m

Doc = Annotated["m.CustomExtensionCalloutInstance", "a run"]
Either = Union["m.CustomExtensionCalloutInstance", "m.CustomExtensionStageSetting"]


def one(value: Any) -> str:
    run = cast("m.CustomExtensionCalloutInstance", value)
    return str(run.stage)


def two(run: Doc) -> str:
    return str(run.stage)


def three(value: object) -> str:
    from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

    assert isinstance(value, CustomExtensionCalloutInstance)
    return str(value.stage)


def four(either: Either) -> str:
    return str(either.stage)


def five(**runs: m.CustomExtensionCalloutInstance) -> list[str]:
    return [f"{name}={run.stage}" for name, run in runs.items()]


def six(*runs: m.CustomExtensionCalloutInstance) -> None:
    for run in runs:
        del run.stage
