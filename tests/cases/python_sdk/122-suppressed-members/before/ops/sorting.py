from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def ordered(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = list(request.custom_extension_handler_instances or [])
    runs.sort(key=lambda run: str(run.stage))  # migrate-ext: ignore[CEX103]
    return [run.custom_extension_id or "" for run in runs]


def size(request: AccessPackageAssignmentRequest) -> int:
    return len(request.custom_extension_handler_instances or [])  # migrate-ext: ignore
