from typing import Any


def correlations(request: dict[str, Any]) -> list[str]:
    return [run["externalCorrelationId"] for run in request["customExtensionHandlerInstances"]]


def hooks(policy: dict[str, Any]) -> int:
    """Of an accessPackageAssignmentPolicy with its ``accessPackageId``."""
    return len(policy["customExtensionHandlers"]) if policy["accessPackageId"] else 0
