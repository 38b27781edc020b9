from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def runs(request: AccessPackageAssignmentRequest):
    return [run for run in request.custom_extension_handler_instances or [] if run.custom_extension_id]


def correlation_ids(request: AccessPackageAssignmentRequest) -> set[str]:
    return {run.external_correlation_id or "" for run in request.custom_extension_callout_instances or []}
