from __future__ import annotations

from enum import Enum

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


class RunState(str, Enum):
    SENT = "requestSent"
    NONE = "none"


class MailState(str, Enum):
    """Of the mail gateway, which uses the same words."""

    SENT = "requestSent"
    DELIVERED = "requestReceived"


def waiting(request: AccessPackageAssignmentRequest) -> int:
    return sum(run.status == RunState.SENT for run in request.custom_extension_handler_instances or [])


def mail_open(state: MailState) -> bool:
    return state != MailState.DELIVERED
