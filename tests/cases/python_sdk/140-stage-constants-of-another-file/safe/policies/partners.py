from __future__ import annotations

from typing import TypedDict

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import AccessPackageAssignmentRequestWorkflowExtension
from msgraph_beta.generated.models.access_package_assignment_workflow_extension import AccessPackageAssignmentWorkflowExtension
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

from .stages import GRANTED, REMINDER


class Flows(TypedDict):
    granted: str
    reminder: str


def with_hooks(policy: AccessPackageAssignmentPolicy, flows: Flows) -> AccessPackageAssignmentPolicy:
    handlers = [
        CustomExtensionStageSetting(stage=GRANTED, custom_extension=AccessPackageAssignmentRequestWorkflowExtension(id=flows["granted"])),
    ]
    reminder = CustomExtensionStageSetting()
    reminder.stage = REMINDER
    reminder.custom_extension = AccessPackageAssignmentWorkflowExtension(id=flows["reminder"])
    handlers.append(reminder)
    policy.custom_extension_stage_settings = handlers
    return policy
