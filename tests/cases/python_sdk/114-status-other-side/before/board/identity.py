from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status


def first_settled(request: AccessPackageAssignmentRequest) -> str | None:
    for run in request.custom_extension_handler_instances or []:
        if run.status is not Status.RequestSent:
            return run.external_correlation_id
    return None
