from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status

COLOURS = {
    Status.CalloutSent: "yellow",
    Status.UnknownFutureValue: "grey",
}


def colours(request: AccessPackageAssignmentRequest) -> list[str]:
    return [COLOURS[run.status] for run in request.custom_extension_callout_instances or [] if run.status]
