from __future__ import annotations

import os
from typing import Any

import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def request(request_id: str) -> dict[str, Any]:
    url = f"{ELM}/accessPackageAssignmentRequests/{request_id}?$expand=customExtensionHandlerInstances"
    return requests.get(url, headers={"Authorization": "Bearer " + os.environ["TOKEN"]}, timeout=30).json()
