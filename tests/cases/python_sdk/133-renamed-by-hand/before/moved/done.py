from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus


def failed(request: AccessPackageAssignmentRequest) -> list[str]:
    bad = (CustomExtensionCalloutInstanceStatus.CalloutFailed, CustomExtensionCalloutInstanceStatus.CallbackTimedOut)
    return [run.detail or "" for run in request.custom_extension_callout_instances or [] if run.status in bad]
