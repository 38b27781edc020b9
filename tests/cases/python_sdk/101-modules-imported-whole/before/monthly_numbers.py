"""Counts hooks and runs for the monthly numbers; imports modules, as our style guide asks for."""

from __future__ import annotations

import msgraph_beta.generated.models.custom_extension_handler
import msgraph_beta.generated.models.custom_extension_handler_instance as instance_module
from msgraph_beta.generated.models import access_package_assignment_policy as policy_module
from msgraph_beta.generated.models import (
    access_package_assignment_request,
    access_package_custom_extension_handler_status,
    access_package_custom_extension_stage as stage_module,
)


def hooks_by_stage(policy: policy_module.AccessPackageAssignmentPolicy) -> dict[str, int]:
    counted: dict[str, int] = {}
    hook: msgraph_beta.generated.models.custom_extension_handler.CustomExtensionHandler
    for hook in policy.custom_extension_handlers or []:
        name = hook.stage.name if hook.stage else "none"
        counted[name] = counted.get(name, 0) + 1
    return counted


def open_runs(
    request: access_package_assignment_request.AccessPackageAssignmentRequest,
) -> list[instance_module.CustomExtensionHandlerInstance]:
    sent = access_package_custom_extension_handler_status.AccessPackageCustomExtensionHandlerStatus.RequestSent
    return [run for run in request.custom_extension_handler_instances or [] if run.status == sent]


def is_grant(stage: stage_module.AccessPackageCustomExtensionStage) -> bool:
    return stage is stage_module.AccessPackageCustomExtensionStage.AssignmentRequestGranted
