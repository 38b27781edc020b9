"""Requests that wait for a logic app, and those of them that nobody has touched."""
import requests

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def waiting(session: requests.Session, state: str) -> int:
    query = f"requestState eq '{state}' and customExtensionHandlerInstances/any(x: x/status eq 'requestSent')"
    return len(session.get(URL, params={"$filter": query}).json()["value"])


def encoded(session: requests.Session) -> int:
    url = f"{URL}?%24filter=customExtensionHandlerInstances%2Fany%28c%3Ac%2Fstatus%20eq%20%27requestSent%27%29"
    return len(session.get(url).json()["value"])
