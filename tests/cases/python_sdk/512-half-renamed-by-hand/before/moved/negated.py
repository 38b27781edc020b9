from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def over(request: AccessPackageAssignmentRequest) -> bool:
    return all(run.status and run.status.value != "requestSent" for run in request.custom_extension_callout_instances or [])
