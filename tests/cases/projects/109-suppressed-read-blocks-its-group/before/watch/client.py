import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def request(session: requests.Session, request_id: str) -> dict:
    return session.get(f"{ELM}/accessPackageAssignmentRequests/{request_id}?$expand=customExtensionHandlerInstances").json()


def policy(session: requests.Session, policy_id: str) -> dict:
    return session.get(f"{ELM}/accessPackageAssignmentPolicies/{policy_id}?$expand=customExtensionHandlers").json()
