URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies"
BOTH = "?$expand=customExtensionHandlers($expand=customExtension),customExtensionStageSettings($select=id)"


def hooks(http):
    return [len(policy["customExtensionHandlers"]) for policy in http.get(URL + BOTH).json()["value"]]
