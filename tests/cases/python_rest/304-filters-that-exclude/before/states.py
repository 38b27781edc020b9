"""Requests by their own state, and mails by theirs."""
URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"
DESK = "https://desk.example.org/odata/Mails"


def by_state(http, state):
    return http.get(URL, params={"$filter": f"requestState eq '{state}'", "$orderby": "createdDateTime"}).json()


def mails(http):
    return http.get(DESK, params={"$filter": "status eq 'requestSent' and stage ne 'requestReceived'"}).json()
