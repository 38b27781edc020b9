from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def waits(run: CustomExtensionCalloutInstance) -> bool:
    return run.status is not None and run.status.value in {"calloutSent", "waitingForCallback"}


def texts(request: AccessPackageAssignmentRequest) -> list[str]:
    return [run.detail or "" for run in request.custom_extension_callout_instances or [] if waits(run)]
