def runs(session, request_id):
    url = f"https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/assignmentRequests/{request_id}"
    return session.get(url, params={"$expand": "customExtensionHandlerInstances"}).json()["customExtensionHandlerInstances"]
