import requests

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def get(path, expand):
    return requests.get(f"{ROOT}/{path}", params={"$expand": expand}, timeout=30).json()
