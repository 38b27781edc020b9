from __future__ import annotations

from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def assigned(request: AccessPackageAssignmentRequest) -> bool:
    status = (request.custom_extension_handler_instances or [])[0].status
    return status == Status.RequestSent


def last_status(request: AccessPackageAssignmentRequest):
    runs = request.custom_extension_handler_instances
    return runs[-1].status if runs else None


def returned(request: AccessPackageAssignmentRequest) -> bool:
    return last_status(request) is Status.RequestSent


def waits(state) -> bool:
    return state in (Status.RequestSent, Status.UnknownFutureValue)


def passed(request: AccessPackageAssignmentRequest) -> int:
    return sum(waits(run.status) for run in request.custom_extension_handler_instances or [])


def texts(request: AccessPackageAssignmentRequest) -> list[str]:
    pairs = [(run.custom_extension_id, run.status.value) for run in request.custom_extension_handler_instances or [] if run.status]
    return [key or "" for key, value in pairs if value == "requestSent"]
