from __future__ import annotations

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import AccessPackageAssignmentRequestWorkflowExtension
from msgraph_beta.generated.models.custom_callout_extension import CustomCalloutExtension
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def title(extension: CustomCalloutExtension | None) -> str:
    return (extension.display_name if extension else None) or "(no extension)"


async def attach(
    client: GraphServiceClient, policy_id: str, stage: AccessPackageCustomExtensionStage, extension_id: str
) -> str:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    handler = CustomExtensionStageSetting(stage=stage, custom_extension=AccessPackageAssignmentRequestWorkflowExtension(id=extension_id))
    made = await policies.by_access_package_assignment_policy_id(policy_id).custom_extension_stage_settings.post(handler)
    return title(made.custom_extension if made else None)
