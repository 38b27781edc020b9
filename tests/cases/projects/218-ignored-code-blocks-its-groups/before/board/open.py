import requests

REQUESTS = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def load(http: requests.Session) -> list[dict]:
    return http.get(REQUESTS, params={"$expand": "customExtensionHandlerInstances"}).json()["value"]


def is_open(request: dict) -> bool:
    return any(run["status"] == "requestSent" for run in request["customExtensionHandlerInstances"])
