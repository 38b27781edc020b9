"""Requests whose extension for new requests was called."""
import requests

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def created(session: requests.Session) -> list[str]:
    page = session.get(
        URL
        + "?$filter=customExtensionHandlerInstances/any(c:c/stage eq 'assignmentRequestCreated')"
        + "&$select=id&$top=100"
    ).json()
    return [request["id"] for request in page["value"]]
