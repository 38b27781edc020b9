URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackages"


def page(http):
    expand = "accessPackageAssignmentPolicies($expand=customExtensionStageSettings,customExtensionHandlers)"
    return http.get(URL, params={"$expand": expand, "$select": "id"}).json()["value"]
