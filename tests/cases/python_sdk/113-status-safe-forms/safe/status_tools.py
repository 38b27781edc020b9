"""Everything that asks whether a run still waits for its flow."""

from __future__ import annotations

from collections.abc import Iterable

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import (
    CustomExtensionCalloutInstanceStatus,
)
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

SENT = CustomExtensionCalloutInstanceStatus.CalloutSent
BY_NAME = CustomExtensionCalloutInstanceStatus["CalloutSent"]
BY_VALUE = CustomExtensionCalloutInstanceStatus("calloutSent")
WAITING_VALUE = "calloutSent"
LABELS = {CustomExtensionCalloutInstanceStatus.CalloutSent: "waiting for the flow"}


def waits(run: CustomExtensionCalloutInstance) -> bool:
    return run.status is SENT or run.status in {BY_NAME, CustomExtensionCalloutInstanceStatus.UnknownFutureValue}


def waits_by_value(run: CustomExtensionCalloutInstance) -> bool:
    return run.status is not None and run.status.value == WAITING_VALUE


def waits_by_name(run: CustomExtensionCalloutInstance) -> bool:
    return run.status is not None and run.status.name == "CalloutSent"


def label(run: CustomExtensionCalloutInstance) -> str:
    return LABELS.get(run.status, "done") if run.status else "never called"


def colour(run: CustomExtensionCalloutInstance) -> str:
    match run.status:
        case CustomExtensionCalloutInstanceStatus.CalloutSent:
            return "yellow"
        case _:
            return "grey"


def waiting(requests: Iterable[AccessPackageAssignmentRequest]) -> int:
    return sum(run.status == BY_VALUE for request in requests for run in request.custom_extension_callout_instances or [])


def reset(run: CustomExtensionCalloutInstance) -> None:
    run.status = CustomExtensionCalloutInstanceStatus.CalloutSent
