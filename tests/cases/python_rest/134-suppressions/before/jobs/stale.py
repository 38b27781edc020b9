import requests

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies"
TIMEOUT = 30  # migrate-ext: ignore[CEX105]
# migrate-ext: ignore
RETRIES = 3    # migrate-ext: ignore[CEX202,CEX201]


def hooks(policy_id):
    policy = requests.get(f"{URL}/{policy_id}", params={"$expand": "customExtensionHandlers"}, timeout=TIMEOUT).json()
    return policy["customExtensionHandlers"]  # migrate-ext: ignore[CEX102]
