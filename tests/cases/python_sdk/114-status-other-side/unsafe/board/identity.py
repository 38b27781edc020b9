from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status


def first_settled(request: AccessPackageAssignmentRequest) -> str | None:
    for run in request.custom_extension_callout_instances or []:
        if run.status is not Status.CalloutSent:
            return run.external_correlation_id
    return None
