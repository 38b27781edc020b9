"""Attach the ticketing extension to every assignment policy that does not call it yet."""

from __future__ import annotations

import asyncio
import sys

from azure.identity import DefaultAzureCredential
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import AccessPackageAssignmentRequestWorkflowExtension
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def ticket(extension_id: str) -> CustomExtensionStageSetting:
    """A call of the extension as soon as somebody asks for access."""
    return CustomExtensionStageSetting(
        stage=AccessPackageCustomExtensionStage.AssignmentRequestCreated,
        custom_extension=AccessPackageAssignmentRequestWorkflowExtension(id=extension_id),
    )


def calls(policy: AccessPackageAssignmentPolicy, extension_id: str) -> bool:
    """Whether a policy calls the extension at any stage."""
    for hook in policy.custom_extension_stage_settings or []:
        if hook.custom_extension is not None and hook.custom_extension.id == extension_id:
            return True
    return False


async def main(extension_id: str) -> None:
    client = GraphServiceClient(DefaultAzureCredential())
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    page = await policies.get()
    for policy in (page.value if page else None) or []:
        if policy.id and not calls(policy, extension_id):
            item = policies.by_access_package_assignment_policy_id(policy.id)
            await item.custom_extension_stage_settings.post(ticket(extension_id))
            print("attached to", policy.display_name)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
