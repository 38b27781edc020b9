from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

from desk.text import cell, joined, where


def stages(request: AccessPackageAssignmentRequest) -> list[str]:
    return [where(run) for run in request.custom_extension_handler_instances or []]


def newest(request: AccessPackageAssignmentRequest) -> str:
    return where(entry=(request.custom_extension_handler_instances or [])[-1])


def cells(request: AccessPackageAssignmentRequest) -> list[str]:
    return [cell(run) for run in request.custom_extension_handler_instances or []]


def line(request: AccessPackageAssignmentRequest) -> str:
    return joined(request.custom_extension_handler_instances or [], separator="; ")
