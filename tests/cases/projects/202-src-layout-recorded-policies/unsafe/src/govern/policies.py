from __future__ import annotations

from typing import Any

import httpx

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def fetch(client: httpx.Client, policy_id: str) -> dict[str, Any]:
    url = f"{ELM}/accessPackageAssignmentPolicies/{policy_id}"
    return client.get(url, params={"$expand": "customExtensionStageSettings($expand=customExtension)"}).json()


def extensions(policy: dict[str, Any]) -> dict[str, str]:
    """Name of each extension by its id."""
    found = {}
    for handler in policy.get("customExtensionStageSettings", []):
        extension = handler["customExtension"]
        found[extension["id"]] = extension["displayName"]
    return found
