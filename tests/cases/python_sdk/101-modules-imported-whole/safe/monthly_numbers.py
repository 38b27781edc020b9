"""Counts hooks and runs for the monthly numbers; imports modules, as our style guide asks for."""

from __future__ import annotations

import msgraph_beta.generated.models.custom_extension_stage_setting
import msgraph_beta.generated.models.custom_extension_callout_instance as instance_module
from msgraph_beta.generated.models import access_package_assignment_policy as policy_module
from msgraph_beta.generated.models import (
    access_package_assignment_request,
    custom_extension_callout_instance_status,
    access_package_custom_extension_stage as stage_module,
)


def hooks_by_stage(policy: policy_module.AccessPackageAssignmentPolicy) -> dict[str, int]:
    counted: dict[str, int] = {}
    hook: msgraph_beta.generated.models.custom_extension_stage_setting.CustomExtensionStageSetting
    for hook in policy.custom_extension_stage_settings or []:
        name = hook.stage.name if hook.stage else "none"
        counted[name] = counted.get(name, 0) + 1
    return counted


def open_runs(
    request: access_package_assignment_request.AccessPackageAssignmentRequest,
) -> list[instance_module.CustomExtensionCalloutInstance]:
    sent = custom_extension_callout_instance_status.CustomExtensionCalloutInstanceStatus.CalloutSent
    return [run for run in request.custom_extension_callout_instances or [] if run.status == sent]


def is_grant(stage: stage_module.AccessPackageCustomExtensionStage) -> bool:
    return stage is stage_module.AccessPackageCustomExtensionStage.AssignmentRequestGranted
