from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as S
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

Part = CustomExtensionStageSetting | CustomExtensionHandlerInstance


def describe(part: Part) -> str:
    match part:
        case CustomExtensionStageSetting(stage=stage):
            return f"hook {stage}"
        case CustomExtensionHandlerInstance(stage=stage, status=S.RequestSent):
            return f"sent {stage}"
        case CustomExtensionHandlerInstance(custom_extension_id=str(name)):
            return name
        case _:
            return "?"


def parts(of: AccessPackageAssignmentRequest | AccessPackageAssignmentPolicy) -> list[Part]:
    match of:
        case AccessPackageAssignmentRequest(custom_extension_handler_instances=[first, *_]):
            return [first]
        case AccessPackageAssignmentPolicy() as policy if policy.custom_extension_stage_settings:
            return [*policy.custom_extension_stage_settings]
        case _:
            return []


def stages(of: AccessPackageAssignmentRequest) -> list[object]:
    found = []
    for part in parts(of):
        if not isinstance(part, CustomExtensionHandlerInstance):
            continue
        found.append(part.stage)
    return found
