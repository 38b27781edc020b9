from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def called(request: AccessPackageAssignmentRequest) -> set[str]:
    return {run.custom_extension_id or "" for run in request.custom_extension_callout_instances or []}
