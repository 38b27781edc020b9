URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def none_open(http):
    query = "?$filter=customExtensionCalloutInstances/all(i:not(i/status eq 'calloutSent'))&$select=id"
    return [request["id"] for request in http.get(URL + query).json()["value"]]
