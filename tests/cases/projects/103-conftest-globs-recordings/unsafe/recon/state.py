from typing import Any


def waiting(request: dict[str, Any]) -> list[str]:
    return [run["externalCorrelationId"] for run in request["customExtensionCalloutInstances"] if run["status"] == "calloutSent"]
