from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def stages(request: AccessPackageAssignmentRequest) -> list[str]:
    return [str(getattr(run, "stage", None)) for run in request.custom_extension_callout_instances or []]
