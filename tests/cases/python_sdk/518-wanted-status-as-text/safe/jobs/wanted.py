from __future__ import annotations

from typing import Literal

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

Wanted = Literal["calloutSent", "unknownFutureValue"]


def count(request: AccessPackageAssignmentRequest, wanted: Wanted = "calloutSent") -> int:
    total = 0
    for run in request.custom_extension_callout_instances or []:
        if run.status and run.status.value == wanted:
            total += 1
    return total


def counts(requests: list[AccessPackageAssignmentRequest]) -> list[int]:
    return [count(request, wanted="calloutSent") for request in requests]
