"""Policies and their steps, whichever name the tenant's ring fills."""

from __future__ import annotations

from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_policies.item.access_package_assignment_policy_item_request_builder import (
    AccessPackageAssignmentPolicyItemRequestBuilder as Item,
)


class PolicyRepository:
    def __init__(self, client: GraphServiceClient) -> None:
        self._policies = client.identity_governance.entitlement_management.access_package_assignment_policies

    async def step_ids(self, policy_id: str) -> list[str]:
        query = Item.AccessPackageAssignmentPolicyItemRequestBuilderGetQueryParameters(
            expand=["customExtensionStageSettings", "customExtensionHandlers"],
        )
        policy = await self._policies.by_access_package_assignment_policy_id(policy_id).get(RequestConfiguration(query_parameters=query))
        if policy is None:
            return []
        if not (steps := policy.custom_extension_stage_settings):
            steps = policy.custom_extension_handlers or []
        return [step.id or "" for step in steps]
