"""Builds answers for the load test of the entitlementManagement endpoints."""
from __future__ import annotations

EXPANDABLE = {"accessPackage", "customExtensionStageSettings"}


def expandable(name: str) -> bool:
    return name in EXPANDABLE


def policy(name: str, legacy: bool) -> dict:
    body = {"displayName": name}
    body |= {"customExtensionStageSettings": []}
    body.update(customExtensionStageSettings=[])
    key = "customExtensionStageSettings" if legacy else "displayName"
    body.pop(key)
    return body


def started(request: dict) -> dict:
    request.setdefault("customExtensionCalloutInstances", [])
    return request


def called(request: dict, extension: str, run: str) -> dict:
    request.setdefault("customExtensionCalloutInstances", []).append(
        {"customExtensionId": extension, "externalCorrelationId": run}
    )
    return request


def catalogs(answers: list[dict]) -> int:
    missing = [a for a in answers if "accessPackageCustomWorkflowExtensions" not in a]
    return len(answers) - len(missing)


def first_name(answer: dict) -> str:
    return answer["value"][0]["accessPackageCustomWorkflowExtensions"][0]["displayName"]
