from __future__ import annotations

import httpx

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def runs(client: httpx.Client, key: str) -> list[dict]:
    return client.get(f"{URL}/{key}", params={"$expand": "customExtensionCalloutInstances"}).json()["customExtensionCalloutInstances"]


def waiting(client: httpx.Client, key: str) -> bool:
    return any(run["status"] == "calloutSent" for run in runs(client, key))
