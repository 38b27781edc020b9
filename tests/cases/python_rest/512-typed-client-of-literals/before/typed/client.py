from __future__ import annotations

from typing import Any, Final, cast

import requests

from .shapes import Policy, Request

ROOT: Final = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
RUNS: Final = "customExtensionHandlerInstances"
HOOKS: Final[str] = "customExtensionHandlers"


class Client:
    __slots__ = ("_http",)

    def __init__(self, http: requests.Session) -> None:
        self._http = http

    def _one(self, kind: str, key: str, expand: str) -> Any:
        answer = self._http.get(f"{ROOT}/{kind}/{key}", params={"$expand": expand}, timeout=15)
        answer.raise_for_status()
        return answer.json()

    def request(self, key: str) -> Request:
        return cast("Request", self._one("accessPackageAssignmentRequests", key, RUNS))

    def policy(self, key: str) -> Policy:
        return cast(Policy, self._one("accessPackageAssignmentPolicies", key, HOOKS))


def open_stages(client: Client, key: str) -> list[str]:
    request = client.request(key)
    return [run["stage"] for run in request.get(RUNS, ()) if run["status"] == "requestSent"]


def hook_ids(client: Client, key: str) -> list[str]:
    policy = client.policy(key)
    return [hook["id"] for hook in policy[HOOKS]] if HOOKS in policy else []
