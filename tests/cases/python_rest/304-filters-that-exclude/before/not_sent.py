URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def others(http):
    chosen = "customExtensionHandlerInstances/any(i:i/status ne 'requestSent')"
    return [request["id"] for request in http.get(URL, params={"$filter": chosen}).json()["value"]]
