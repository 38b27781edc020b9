"""For the board: who still waits."""

from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def waiting(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = request.custom_extension_handler_instances or []
    by_name = [run for run in runs if run.status and run.status.name in ("RequestSent",)]
    by_text = [run for run in runs if str(run.status) == "requestSent"]
    return [run.custom_extension_id or "" for run in by_name + by_text]
