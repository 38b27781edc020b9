from __future__ import annotations


def correlations(request: dict) -> list[str]:
    return [run["externalCorrelationId"] for run in request["customExtensionHandlerInstances"]]


def hook_ids(policy: dict) -> list[str]:
    return [hook["id"] for hook in policy["customExtensionHandlers"]]
