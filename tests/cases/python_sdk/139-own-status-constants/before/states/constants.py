from __future__ import annotations

from typing import Final

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

ANSWERED: Final = "requestReceived"
GATEWAY_EVENTS = ("requestSent", "requestReceived", "bounced")


def answered(request: AccessPackageAssignmentRequest) -> list[str]:
    return [
        run.external_correlation_id or ""
        for run in request.custom_extension_handler_instances or []
        if run.status is not None and run.status.value == ANSWERED
    ]


def gateway(event: str) -> int:
    return GATEWAY_EVENTS.index(event)
