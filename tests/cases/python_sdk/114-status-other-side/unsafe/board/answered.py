from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status


def answered(request: AccessPackageAssignmentRequest) -> bool:
    return any(run.status == Status.CallbackReceived for run in request.custom_extension_callout_instances or [])
