from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def late(
    requests: list[AccessPackageAssignmentRequest],
    days: int = 30,
) -> list[str]:  # migrate-ext: ignore[CEX101]
    total = sum(
        len(request.custom_extension_handler_instances or [])
        for request in requests
    )
    return [str(total), str(days)]
