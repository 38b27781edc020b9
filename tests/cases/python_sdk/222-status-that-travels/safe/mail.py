from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


class Status(str, Enum):
    RequestSent = "requestSent"
    RequestReceived = "requestReceived"


@dataclass
class Mail:
    status: Status


def waits(state: Status) -> bool:
    return state is not Status.RequestReceived and state.value != "requestReceived"


def waiting(mails: list[Mail], request: AccessPackageAssignmentRequest) -> int:
    if not request.custom_extension_callout_instances:
        return 0
    return sum(waits(mail.status) for mail in mails if mail.status == Status.RequestSent or mail.status.value == "requestSent")
