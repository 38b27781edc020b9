from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def first(request: AccessPackageAssignmentRequest) -> CustomExtensionHandlerInstance | None:
    runs = request.custom_extension_handler_instances or []
    return runs[0] if runs else None
