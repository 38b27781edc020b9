import requests

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies"
TIMEOUT = 30
RETRIES = 3


def hooks(policy_id):
    policy = requests.get(f"{URL}/{policy_id}", params={"$expand": "customExtensionStageSettings"}, timeout=TIMEOUT).json()
    return policy["customExtensionStageSettings"]
