from __future__ import annotations

from typing import Any

import httpx

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
BOTH = "customExtensionHandlerInstances,customExtensionCalloutInstances"


def runs(http: httpx.Client, request_id: str) -> list[dict[str, Any]]:
    request = http.get(f"{ROOT}/accessPackageAssignmentRequests/{request_id}", params={"$expand": BOTH}).json()
    found = request.get("customExtensionCalloutInstances")
    if not found:
        found = request.get("customExtensionHandlerInstances", [])
    return found


def hooks(http: httpx.Client, policy_id: str) -> list[str]:
    policy = http.get(
        f"{ROOT}/accessPackageAssignmentPolicies/{policy_id}"
        "?$expand=customExtensionHandlers($expand=customExtension),customExtensionStageSettings"
    ).json()
    return [hook["customExtension"]["id"] for hook in policy["customExtensionStageSettings"]]


def hook_stages(http: httpx.Client) -> dict[str, list[str]]:
    url = f"{ROOT}/accessPackageAssignmentPolicies?$select=id,customExtensionHandlers,customExtensionStageSettings"
    return {
        policy["id"]: [hook["stage"] for hook in policy["customExtensionStageSettings"]]
        for policy in http.get(url).json()["value"]
    }


def reset(http: httpx.Client, policy_id: str) -> None:
    http.patch(
        f"{ROOT}/accessPackageAssignmentPolicies/{policy_id}",
        json={"displayName": "reset", "customExtensionHandlers": [], "customExtensionStageSettings": []},
    )


def catalog_extensions(http: httpx.Client, catalog_id: str) -> list[str]:
    query = {"$expand": "customAccessPackageWorkflowExtensions,accessPackageCustomWorkflowExtensions"}
    catalog = http.get(f"{ROOT}/accessPackageCatalogs/{catalog_id}", params=query).json()
    return [extension["id"] for extension in catalog["accessPackageCustomWorkflowExtensions"]]
