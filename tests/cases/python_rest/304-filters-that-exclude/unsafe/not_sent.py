URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def others(http):
    chosen = "customExtensionCalloutInstances/any(i:i/status ne 'calloutSent')"
    return [request["id"] for request in http.get(URL, params={"$filter": chosen}).json()["value"]]
