"""Interactive helpers for the on-call engineer; paste into a REPL."""

from __future__ import annotations

import dataclasses
from operator import attrgetter

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def in_order(request: AccessPackageAssignmentRequest) -> list[CustomExtensionHandlerInstance]:
    return sorted(request.custom_extension_handler_instances or [], key=attrgetter("stage"))


def stage_name(run: CustomExtensionHandlerInstance) -> str:
    stage = getattr(run, "stage", None)
    return stage.name if stage else "?"


def move(run: CustomExtensionHandlerInstance, to: Stage) -> None:
    run.stage = to


def move_by_name(run: CustomExtensionHandlerInstance, to: Stage) -> None:
    setattr(run, "stage", to)


def forget(run: CustomExtensionHandlerInstance) -> None:
    del run.stage


def has_stage(run: CustomExtensionHandlerInstance) -> bool:
    return hasattr(run, "stage")


def moved(run: CustomExtensionHandlerInstance) -> CustomExtensionHandlerInstance:
    return dataclasses.replace(
        run,
        stage=Stage.AssignmentRequestGranted,
    )


def exported(run: CustomExtensionHandlerInstance) -> str:
    return dataclasses.asdict(run)["stage"]


def is_removal(run: CustomExtensionHandlerInstance) -> bool:
    match run:
        case CustomExtensionHandlerInstance(
            stage=Stage.AssignmentRequestRemoved,
        ):
            return True
        case _:
            return False
