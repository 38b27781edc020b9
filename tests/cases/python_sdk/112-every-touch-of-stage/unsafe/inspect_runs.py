"""Interactive helpers for the on-call engineer; paste into a REPL."""

from __future__ import annotations

import dataclasses
from operator import attrgetter

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def in_order(request: AccessPackageAssignmentRequest) -> list[CustomExtensionCalloutInstance]:
    return sorted(request.custom_extension_callout_instances or [], key=attrgetter("stage"))


def stage_name(run: CustomExtensionCalloutInstance) -> str:
    stage = getattr(run, "stage", None)
    return stage.name if stage else "?"


def move(run: CustomExtensionCalloutInstance, to: Stage) -> None:
    run.stage = to


def move_by_name(run: CustomExtensionCalloutInstance, to: Stage) -> None:
    setattr(run, "stage", to)


def forget(run: CustomExtensionCalloutInstance) -> None:
    del run.stage


def has_stage(run: CustomExtensionCalloutInstance) -> bool:
    return hasattr(run, "stage")


def moved(run: CustomExtensionCalloutInstance) -> CustomExtensionCalloutInstance:
    return dataclasses.replace(
        run,
        stage=Stage.AssignmentRequestGranted,
    )


def exported(run: CustomExtensionCalloutInstance) -> str:
    return dataclasses.asdict(run)["stage"]


def is_removal(run: CustomExtensionCalloutInstance) -> bool:
    match run:
        case CustomExtensionCalloutInstance(
            stage=Stage.AssignmentRequestRemoved,
        ):
            return True
        case _:
            return False
