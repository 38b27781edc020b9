from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status

COLOURS = {
    Status.RequestSent: "yellow",
    Status.UnknownFutureValue: "grey",
}


def colours(request: AccessPackageAssignmentRequest) -> list[str]:
    return [COLOURS[run.status] for run in request.custom_extension_handler_instances or [] if run.status]
