import requests

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def run_ids(session: requests.Session) -> list[str]:
    page = session.get(URL, params={"$expand": "customExtensionHandlerInstances"}).json()
    found = []
    for request in page["value"]:
        found += [
            run["customExtensionId"]
            for run in request["customExtensionHandlerInstances"]  # migrate-ext: ignore
        ]
    return found
