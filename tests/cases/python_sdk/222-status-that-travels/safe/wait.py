from __future__ import annotations

from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def assigned(request: AccessPackageAssignmentRequest) -> bool:
    status = (request.custom_extension_callout_instances or [])[0].status
    return status == Status.CalloutSent


def last_status(request: AccessPackageAssignmentRequest):
    runs = request.custom_extension_callout_instances
    return runs[-1].status if runs else None


def returned(request: AccessPackageAssignmentRequest) -> bool:
    return last_status(request) is Status.CalloutSent


def waits(state) -> bool:
    return state in (Status.CalloutSent, Status.UnknownFutureValue)


def passed(request: AccessPackageAssignmentRequest) -> int:
    return sum(waits(run.status) for run in request.custom_extension_callout_instances or [])


def texts(request: AccessPackageAssignmentRequest) -> list[str]:
    pairs = [(run.custom_extension_id, run.status.value) for run in request.custom_extension_callout_instances or [] if run.status]
    return [key or "" for key, value in pairs if value == "calloutSent"]
