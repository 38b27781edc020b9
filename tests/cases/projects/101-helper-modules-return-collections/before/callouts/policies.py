from .graph import get


def by_stage(policy_id: str) -> dict[str, str]:
    policy = get(f"/accessPackageAssignmentPolicies/{policy_id}?$expand=customExtensionHandlers($expand=customExtension)")
    return {handler["stage"]: handler["customExtension"]["id"] for handler in policy["customExtensionHandlers"]}
