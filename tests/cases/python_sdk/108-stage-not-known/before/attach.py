from __future__ import annotations

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


def title(extension: CustomAccessPackageWorkflowExtension | None) -> str:
    return (extension.display_name if extension else None) or "(no extension)"


async def attach(
    client: GraphServiceClient, policy_id: str, stage: AccessPackageCustomExtensionStage, extension_id: str
) -> str:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    handler = CustomExtensionHandler(stage=stage, custom_extension=CustomAccessPackageWorkflowExtension(id=extension_id))
    made = await policies.by_access_package_assignment_policy_id(policy_id).custom_extension_handlers.post(handler)
    return title(made.custom_extension if made else None)
