import requests

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def submitted(session: requests.Session) -> list[dict]:
    url = ROOT + "/accessPackageAssignmentRequests?$filter=requestState eq 'Submitted'&$expand=customExtensionHandlerInstances"
    return session.get(url, timeout=30).json()["value"]


def one(session: requests.Session, key: str) -> dict:
    url = f"{ROOT}/accessPackageAssignmentRequests/{key}?$expand=customExtensionCalloutInstances"
    return session.get(url, timeout=30).json()


def policies(session: requests.Session) -> list[dict]:
    url = f"{ROOT}/accessPackageAssignmentPolicies?$expand=customExtensionStageSettings"
    return [hook for policy in session.get(url, timeout=30).json()["value"] for hook in policy["customExtensionStageSettings"]]
