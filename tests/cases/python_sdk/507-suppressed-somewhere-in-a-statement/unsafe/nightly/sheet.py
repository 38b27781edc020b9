from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def rows(request: AccessPackageAssignmentRequest) -> list[tuple[str, str, str]]:
    result = []
    for run in request.custom_extension_callout_instances or []:
        result.append(
            (
                request.id or "",
                run.custom_extension_id or "",
                str(run.stage),
            )
        )  # migrate-ext: ignore[CEX103]
    return result
