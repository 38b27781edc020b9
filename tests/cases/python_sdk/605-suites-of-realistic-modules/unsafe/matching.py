from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as S
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

Part = CustomExtensionStageSetting | CustomExtensionCalloutInstance


def describe(part: Part) -> str:
    match part:
        case CustomExtensionStageSetting(stage=stage):
            return f"hook {stage}"
        case CustomExtensionCalloutInstance(stage=stage, status=S.CalloutSent):
            return f"sent {stage}"
        case CustomExtensionCalloutInstance(custom_extension_id=str(name)):
            return name
        case _:
            return "?"


def parts(of: AccessPackageAssignmentRequest | AccessPackageAssignmentPolicy) -> list[Part]:
    match of:
        case AccessPackageAssignmentRequest(custom_extension_callout_instances=[first, *_]):
            return [first]
        case AccessPackageAssignmentPolicy() as policy if policy.custom_extension_stage_settings:
            return [*policy.custom_extension_stage_settings]
        case _:
            return []


def stages(of: AccessPackageAssignmentRequest) -> list[object]:
    found = []
    for part in parts(of):
        if not isinstance(part, CustomExtensionCalloutInstance):
            continue
        found.append(part.stage)
    return found
