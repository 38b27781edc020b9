URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def page(http):
    return http.get(URL + "?$expand=requestor%2CcustomExtensionHandlerInstances%2CcustomExtensionCalloutInstances&$top=5").json()
