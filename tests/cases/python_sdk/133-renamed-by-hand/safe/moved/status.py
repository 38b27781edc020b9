from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import (
    CustomExtensionCalloutInstanceStatus,
)


def waiting(request: AccessPackageAssignmentRequest) -> int:
    sent = CustomExtensionCalloutInstanceStatus.CalloutSent
    return sum(run.status == sent for run in request.custom_extension_callout_instances or [])
