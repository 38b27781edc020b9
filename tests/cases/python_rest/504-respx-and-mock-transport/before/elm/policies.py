from __future__ import annotations

from dataclasses import dataclass

import httpx

ENDPOINT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies"


@dataclass(frozen=True)
class Hook:
    stage: str
    extension: str


def hooks(client: httpx.Client, policy_id: str) -> list[Hook]:
    answer = client.get(f"{ENDPOINT}/{policy_id}", params={"$expand": "customExtensionHandlers"})
    answer.raise_for_status()
    return [
        Hook(stage=raw["stage"], extension=raw["customExtension"]["id"])
        for raw in answer.json()["customExtensionHandlers"]
    ]
