from __future__ import annotations

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


async def register(client: GraphServiceClient, policy_id: str) -> None:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    body = CustomExtensionHandler(
        stage=Stage.AssignmentRequestGranted,  # migrate-ext: ignore[CEX201,CEX202]
        id=None,
    )
    await policies.by_access_package_assignment_policy_id(policy_id).custom_extension_handlers.post(body)
