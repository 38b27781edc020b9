from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def late(
    requests: list[AccessPackageAssignmentRequest],
    days: int = 30,
) -> list[str]:
    total = sum(
        len(request.custom_extension_callout_instances or [])
        for request in requests
    )
    return [str(total), str(days)]
