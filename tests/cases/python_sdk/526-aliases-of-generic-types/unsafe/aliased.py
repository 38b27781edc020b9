from __future__ import annotations

from typing import TYPE_CHECKING, Optional, TypeAlias

if TYPE_CHECKING:
    from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

    Runs = list["CustomExtensionCalloutInstance"]
    ById = dict[str, Runs]
    Maybe: TypeAlias = "Optional[CustomExtensionCalloutInstance]"


def stages(runs: Runs, by_id: ById, last: Maybe) -> list[str]:
    found = [str(run.stage) for run in runs]
    found += [str(run.stage) for runs_of_one in by_id.values() for run in runs_of_one]
    return [*found, str(last.stage) if last else ""]
