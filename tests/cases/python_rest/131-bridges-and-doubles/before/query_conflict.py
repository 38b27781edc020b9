URL = (
    "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies"
    "?$expand=customExtensionHandlers($expand=customExtension),customExtensionStageSettings($select=id,stage)"
)
