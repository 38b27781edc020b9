"""Requests with a run that was sent."""

SENT = "calloutSent"
URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def sent(http):
    chosen = f"customExtensionCalloutInstances/any(run: run/status eq '{SENT}')"
    return http.get(URL, params={"$filter": chosen, "$count": "true"}).json()["@odata.count"]
