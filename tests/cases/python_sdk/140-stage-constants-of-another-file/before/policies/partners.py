from __future__ import annotations

from typing import TypedDict

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler

from .stages import GRANTED, REMINDER


class Flows(TypedDict):
    granted: str
    reminder: str


def with_hooks(policy: AccessPackageAssignmentPolicy, flows: Flows) -> AccessPackageAssignmentPolicy:
    handlers = [
        CustomExtensionHandler(stage=GRANTED, custom_extension=CustomAccessPackageWorkflowExtension(id=flows["granted"])),
    ]
    reminder = CustomExtensionHandler()
    reminder.stage = REMINDER
    reminder.custom_extension = CustomAccessPackageWorkflowExtension(id=flows["reminder"])
    handlers.append(reminder)
    policy.custom_extension_handlers = handlers
    return policy
