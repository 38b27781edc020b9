from __future__ import annotations

import os

import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
http = requests.Session()
http.headers["Authorization"] = "Bearer " + os.environ["TOKEN"]


def stages(request_id: str) -> list[str]:
    found = []
    url = f"{ELM}/accessPackageAssignmentRequests/{request_id}/customExtensionHandlerInstances"
    while url:
        page = http.get(url, timeout=20).json()
        found += [run["stage"] for run in page["value"]]
        url = page.get("@odata.nextLink")
    return found


def hooks(url: str) -> list[dict]:
    page = http.get(url, timeout=20).json()
    rest = hooks(page["@odata.nextLink"]) if "@odata.nextLink" in page else []
    return page["value"] + rest


def hook_stages(policy_id: str) -> set[str]:
    first = f"{ELM}/accessPackageAssignmentPolicies/{policy_id}/customExtensionStageSettings?$top=20"
    return {hook["stage"] for hook in hooks(first)}


def deployments() -> list[str]:
    found = []
    url = "https://ci.example.org/api/deployments"
    while url:
        page = http.get(url, timeout=20).json()
        found += [row["stage"] for row in page["value"] if row["status"] != "requestSent"]
        url = page.get("@odata.nextLink")
    return found
