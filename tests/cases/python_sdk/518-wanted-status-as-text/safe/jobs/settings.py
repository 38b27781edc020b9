from __future__ import annotations

from enum import Enum

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

EVENTS = ["requestSent", "mailSent"]
OPEN = frozenset({"calloutSent"})


class Defaults:
    pending = "calloutSent"
    colour = "requestSent"


class State(str, Enum):
    WAITING = "calloutSent"
    DONE = "done"


def pending(request: AccessPackageAssignmentRequest) -> bool:
    runs = request.custom_extension_callout_instances or []
    values = [run.status.value for run in runs if run.status]
    return any(value == Defaults.pending for value in values) or any(value in OPEN for value in values)


def waiting(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = request.custom_extension_callout_instances or []
    return [run.custom_extension_id or "" for run in runs if run.status and run.status.value == State.WAITING.value]
