from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def first(request: AccessPackageAssignmentRequest) -> CustomExtensionCalloutInstance | None:
    runs = request.custom_extension_callout_instances or []
    return runs[0] if runs else None
