from __future__ import annotations

from typing import NamedTuple

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


class Call(NamedTuple):
    stage: str
    extension: str


def calls(request: AccessPackageAssignmentRequest) -> list[Call]:
    return [Call("new", run.custom_extension_id or "") for run in request.custom_extension_handler_instances or []]


def stages(request: AccessPackageAssignmentRequest) -> list[str]:
    return [call.stage for call in calls(request)] + [stage for stage, _ in calls(request)]
