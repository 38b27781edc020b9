from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status

OPEN = (Status.RequestSent, Status.UnknownFutureValue)


def closed(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = request.custom_extension_handler_instances or []
    return [run.external_correlation_id or "" for run in runs if run.status not in OPEN]
