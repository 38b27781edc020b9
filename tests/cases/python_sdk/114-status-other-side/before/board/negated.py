from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status


def count(request: AccessPackageAssignmentRequest) -> int:
    total = 0
    for run in request.custom_extension_handler_instances or []:
        if not (run.status == Status.RequestSent):
            total += 1
    return total
