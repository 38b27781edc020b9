import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def request(http: requests.Session, request_id: str) -> dict:
    return http.get(f"{ELM}/accessPackageAssignmentRequests/{request_id}?$expand=customExtensionHandlerInstances").json()


def policy(http: requests.Session, policy_id: str) -> dict:
    return http.get(f"{ELM}/accessPackageAssignmentPolicies/{policy_id}?$expand=customExtensionHandlers").json()
