import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def requests_with_runs(http: requests.Session) -> list[dict]:
    page = http.get(
        f"{ELM}/accessPackageAssignmentRequests",
        params={"$expand": "customExtensionHandlerInstances", "$top": "10"},
        timeout=30,
    )  # migrate-ext: ignore[CEX102]
    return page.json()["value"]


def runs(request: dict) -> int:
    return len(request["customExtensionHandlerInstances"])
