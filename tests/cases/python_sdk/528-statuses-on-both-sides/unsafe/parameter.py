from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status


def count(request: AccessPackageAssignmentRequest, wanted: Status) -> int:
    return sum(run.status == wanted for run in request.custom_extension_callout_instances or [])


def missing(request: AccessPackageAssignmentRequest) -> list[Status]:
    return [status for status in Status if not count(request, status)]
