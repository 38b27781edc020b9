"""Requests that a logic app has answered."""
import requests

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"
ANSWERED = "customExtensionHandlerInstances/any(run:run/status eq 'requestReceived')"


def answered(session: requests.Session) -> list[str]:
    page = session.get(URL, params={"$filter": ANSWERED, "$select": "id"}).json()
    return [request["id"] for request in page["value"]]
