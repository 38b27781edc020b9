import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def get(http: requests.Session, path: str) -> dict:
    return http.get(ELM + path, timeout=30).json()


def runs(http: requests.Session) -> list[dict]:
    page = get(http, "/accessPackageAssignmentRequests?$expand=customExtensionHandlerInstances")
    return [run for request in page["value"] for run in request["customExtensionHandlerInstances"]]


def hooks(http: requests.Session, policy_id: str) -> list[dict]:
    return get(http, f"/accessPackageAssignmentPolicies/{policy_id}/customExtensionStageSettings")["value"]
