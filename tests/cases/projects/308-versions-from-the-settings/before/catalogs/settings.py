HOST = "https://graph.microsoft.com"
STABLE = HOST + "/v1.0"
PREVIEW = f"{HOST}/beta"
ELM = "identityGovernance/entitlementManagement"
