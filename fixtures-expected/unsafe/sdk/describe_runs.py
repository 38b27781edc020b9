"""Describe what the extensions of an assignment request did."""

from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import (
    CustomExtensionCalloutInstanceStatus as Status,
)
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def waits(run: CustomExtensionCalloutInstance) -> bool:
    """Whether the extension was called and has not answered."""
    return run.status == Status.CalloutSent


def describe(request: AccessPackageAssignmentRequest) -> list[str]:
    """One line for each run, with the stage at which the extension was called."""
    lines = []
    for run in request.custom_extension_callout_instances or []:
        stage = run.stage.value if run.stage else "unknown stage"
        lines.append(f"{stage}: {'waiting' if waits(run) else 'done'}")
    return lines
