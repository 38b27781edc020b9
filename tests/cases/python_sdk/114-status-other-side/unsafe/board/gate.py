from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status

OPEN = (Status.CalloutSent, Status.UnknownFutureValue)


def closed(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = request.custom_extension_callout_instances or []
    return [run.external_correlation_id or "" for run in runs if run.status not in OPEN]
