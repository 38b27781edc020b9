"""Frozen until the tenants of wave 3 are moved."""
# migrate-ext: ignore-file

from board.client import request


def runs(http, request_id: str) -> list[str]:
    found = request(http, request_id)
    return [run["externalCorrelationId"] for run in found["customExtensionHandlerInstances"]]
