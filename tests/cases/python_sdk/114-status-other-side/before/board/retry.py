from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status


def settled(request: AccessPackageAssignmentRequest) -> bool:
    return all(run.status != Status.RequestSent for run in request.custom_extension_handler_instances or [])
