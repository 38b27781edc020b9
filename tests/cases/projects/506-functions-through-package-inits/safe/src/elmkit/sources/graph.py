from __future__ import annotations

import os
from typing import Any

import requests

_ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def _get(path: str) -> dict[str, Any]:
    return requests.get(_ROOT + path, headers={"Authorization": "Bearer " + os.environ["TOKEN"]}, timeout=20).json()


def runs(request_id: str) -> list[dict[str, Any]]:
    return _get(f"/accessPackageAssignmentRequests/{request_id}?$expand=customExtensionHandlerInstances").get("customExtensionHandlerInstances", [])


def latest(request_id: str) -> dict[str, Any] | None:
    return next(iter(reversed(runs(request_id))), None)


def hooks(policy_id: str) -> list[dict[str, Any]]:
    return _get(f"/accessPackageAssignmentPolicies/{policy_id}/customExtensionStageSettings")["value"]
