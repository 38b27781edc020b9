from __future__ import annotations

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy


async def hook_ids(client: GraphServiceClient, policy_id: str) -> list[str]:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    page = await policies.by_access_package_assignment_policy_id(policy_id).custom_extension_handlers.get()
    return [hook.id or "" for hook in (page.value if page else None) or []]


def summary(policy: AccessPackageAssignmentPolicy) -> str:
    return f"{policy.id}: {len(policy.custom_extension_handlers or [])}"
