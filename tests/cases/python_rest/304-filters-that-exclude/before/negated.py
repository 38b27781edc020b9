URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def none_open(http):
    query = "?$filter=customExtensionHandlerInstances/all(i:not(i/status eq 'requestSent'))&$select=id"
    return [request["id"] for request in http.get(URL + query).json()["value"]]
