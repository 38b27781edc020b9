from msgraph_beta import GraphServiceClient


async def detach(client: GraphServiceClient, policy_id: str, handler_id: str) -> None:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    policy = policies.by_access_package_assignment_policy_id(policy_id)
    await policy.custom_extension_stage_settings.by_custom_extension_stage_setting_id(handler_id).delete()
