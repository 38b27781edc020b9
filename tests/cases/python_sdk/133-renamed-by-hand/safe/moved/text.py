from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def waiting(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = request.custom_extension_callout_instances or []
    return [run.id or "" for run in runs if run.status and run.status.value == "calloutSent"]
