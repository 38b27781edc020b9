import requests

GRAPH = "https://graph.microsoft.com/beta"


def read(http: requests.Session, catalog_id: str, policy_id: str) -> int:
    root = "/identityGovernance/entitlementManagement"
    steps = [
        {"id": "1", "method": "GET", "url": f"{root}/accessPackageCatalogs/{catalog_id}/customAccessPackageWorkflowExtensions?$top=5"},
        {"id": "2", "method": "GET", "url": f"{root}/accessPackageAssignmentPolicies/{policy_id}/customExtensionHandlers"},
        {"id": "3", "method": "DELETE", "url": f"{root}/accessPackageAssignmentRequests/42"},
    ]
    return len(http.post(GRAPH + "/$batch", json={"requests": steps}).json()["responses"])
