from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Optional, Union

from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def maybe(run: Optional[CustomExtensionCalloutInstance]) -> str:
    return str(run.stage) if run else "-"


def either(run: Union[CustomExtensionCalloutInstance, None] = None) -> bool:
    return run is not None and run.stage is not None


def quoted(run: "CustomExtensionCalloutInstance | None") -> str:
    if run is None:
        return "-"
    return run.stage.name if run.stage else "?"


def listed(runs: list[CustomExtensionCalloutInstance], extra: Sequence[CustomExtensionCalloutInstance] = ()) -> set[str]:
    return {str(run.stage) for run in [*runs, *extra]}


def by_id(runs: Mapping[str, CustomExtensionCalloutInstance]) -> list[str]:
    return [f"{key} {run.stage}" for key, run in runs.items()]


def many(*runs: CustomExtensionCalloutInstance) -> list[str]:
    return [str(run.stage) for run in runs]


def first(runs: tuple[CustomExtensionCalloutInstance, ...]) -> str:
    return runs[0].external_correlation_id or ""


def rendered(runs: Iterable[CustomExtensionCalloutInstance], show: Callable[[CustomExtensionCalloutInstance], str]) -> str:
    return ", ".join(show(run) for run in runs)
