from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Optional, Union

from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def maybe(run: Optional[CustomExtensionHandlerInstance]) -> str:
    return str(run.stage) if run else "-"


def either(run: Union[CustomExtensionHandlerInstance, None] = None) -> bool:
    return run is not None and run.stage is not None


def quoted(run: "CustomExtensionHandlerInstance | None") -> str:
    if run is None:
        return "-"
    return run.stage.name if run.stage else "?"


def listed(runs: list[CustomExtensionHandlerInstance], extra: Sequence[CustomExtensionHandlerInstance] = ()) -> set[str]:
    return {str(run.stage) for run in [*runs, *extra]}


def by_id(runs: Mapping[str, CustomExtensionHandlerInstance]) -> list[str]:
    return [f"{key} {run.stage}" for key, run in runs.items()]


def many(*runs: CustomExtensionHandlerInstance) -> list[str]:
    return [str(run.stage) for run in runs]


def first(runs: tuple[CustomExtensionHandlerInstance, ...]) -> str:
    return runs[0].external_correlation_id or ""


def rendered(runs: Iterable[CustomExtensionHandlerInstance], show: Callable[[CustomExtensionHandlerInstance], str]) -> str:
    return ", ".join(show(run) for run in runs)
