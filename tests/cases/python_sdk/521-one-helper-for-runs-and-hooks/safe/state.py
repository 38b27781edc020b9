from __future__ import annotations

from helpers import first
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def state(request: AccessPackageAssignmentRequest) -> str:
    run = first(request.custom_extension_callout_instances or [])
    return str(run.status) if run else "never called"
