from __future__ import annotations

from .graph import request


def rows(request_id: str) -> list[str]:
    return [f"{run['status']}\t{run['customExtensionId']}" for run in request(request_id)["customExtensionCalloutInstances"]]
