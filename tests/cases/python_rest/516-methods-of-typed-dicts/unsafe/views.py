from __future__ import annotations

from shapes import Cache, Policy, Request


def waiting(request: Request) -> list[str]:
    return [run["customExtensionId"] for run in request.get("customExtensionCalloutInstances", []) if run["status"] != "calloutSent"]


def taken(request: Request) -> int:
    return len(request.pop("customExtensionCalloutInstances", ()))


def hook_stages(policy: Policy) -> list[str]:
    return [hook["stage"] for hook in policy.get("customExtensionStageSettings") or ()]


def cached(cache: Cache, key: str) -> list[str]:
    return [item["stage"] for item in cache.get(key) if item["status"] != "requestSent"]
