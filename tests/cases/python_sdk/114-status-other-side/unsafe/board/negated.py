from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status


def count(request: AccessPackageAssignmentRequest) -> int:
    total = 0
    for run in request.custom_extension_callout_instances or []:
        if not (run.status == Status.CalloutSent):
            total += 1
    return total
