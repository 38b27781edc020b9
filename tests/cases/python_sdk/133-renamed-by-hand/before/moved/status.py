from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
    AccessPackageCustomExtensionHandlerStatus,
)


def waiting(request: AccessPackageAssignmentRequest) -> int:
    sent = AccessPackageCustomExtensionHandlerStatus.RequestSent
    return sum(run.status == sent for run in request.custom_extension_callout_instances or [])
