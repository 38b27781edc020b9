from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def stages(request: AccessPackageAssignmentRequest) -> list[object]:
    return [
        run.stage  # migrate-ext: ignore[CEX103]
        for run in request.custom_extension_callout_instances or []
    ]
