"""Everything that asks whether a run still waits for its flow."""

from __future__ import annotations

from collections.abc import Iterable

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
    AccessPackageCustomExtensionHandlerStatus,
)
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

SENT = AccessPackageCustomExtensionHandlerStatus.RequestSent
BY_NAME = AccessPackageCustomExtensionHandlerStatus["RequestSent"]
BY_VALUE = AccessPackageCustomExtensionHandlerStatus("requestSent")
WAITING_VALUE = "requestSent"
LABELS = {AccessPackageCustomExtensionHandlerStatus.RequestSent: "waiting for the flow"}


def waits(run: CustomExtensionHandlerInstance) -> bool:
    return run.status is SENT or run.status in {BY_NAME, AccessPackageCustomExtensionHandlerStatus.UnknownFutureValue}


def waits_by_value(run: CustomExtensionHandlerInstance) -> bool:
    return run.status is not None and run.status.value == WAITING_VALUE


def waits_by_name(run: CustomExtensionHandlerInstance) -> bool:
    return run.status is not None and run.status.name == "RequestSent"


def label(run: CustomExtensionHandlerInstance) -> str:
    return LABELS.get(run.status, "done") if run.status else "never called"


def colour(run: CustomExtensionHandlerInstance) -> str:
    match run.status:
        case AccessPackageCustomExtensionHandlerStatus.RequestSent:
            return "yellow"
        case _:
            return "grey"


def waiting(requests: Iterable[AccessPackageAssignmentRequest]) -> int:
    return sum(run.status == BY_VALUE for request in requests for run in request.custom_extension_handler_instances or [])


def reset(run: CustomExtensionHandlerInstance) -> None:
    run.status = AccessPackageCustomExtensionHandlerStatus.RequestSent
