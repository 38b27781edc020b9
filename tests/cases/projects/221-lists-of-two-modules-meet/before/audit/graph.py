import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def value(http: requests.Session, path: str) -> list[dict]:
    return http.get(ELM + path, timeout=30).json()["value"]
