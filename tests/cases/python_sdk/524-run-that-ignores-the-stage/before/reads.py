from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def table(requests: list[AccessPackageAssignmentRequest]) -> dict[str, list[str]]:
    result: dict[str, list[str]] = {}
    for request in requests:
        for run in request.custom_extension_handler_instances or []:
            result.setdefault(run.custom_extension_id or "", []).append(f"{request.id}: {run.stage}")
    return result
