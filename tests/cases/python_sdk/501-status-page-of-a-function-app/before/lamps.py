"""The lamp beside each request in the operations room."""

from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

LAMPS = {
    "requestSent": "amber",
    "unknownFutureValue": "red",
}


def lamps(request: AccessPackageAssignmentRequest) -> list[str]:
    shown = []
    for run in request.custom_extension_handler_instances or []:
        if run.status:
            value = run.status.value
            shown.append(LAMPS[value])
    return shown
