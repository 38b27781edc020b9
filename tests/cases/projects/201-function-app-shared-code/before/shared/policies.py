from __future__ import annotations

import requests

from .graph import ELM


def stages(http: requests.Session, policy_id: str) -> list[str]:
    policy = http.get(f"{ELM}/accessPackageAssignmentPolicies/{policy_id}?$expand=customExtensionHandlers").json()
    return [handler["stage"] for handler in policy["customExtensionHandlers"]]
