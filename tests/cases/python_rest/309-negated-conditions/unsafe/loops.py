"""Waits for runs; every function has its own request."""
import time


def wait(request: dict, limit: int) -> int:
    tries = 0
    for run in request["customExtensionCalloutInstances"]:
        while not (run["status"] == "calloutSent" or tries > limit):
            tries += 1
            time.sleep(tries)
    return tries


def moved(request: dict) -> list[str]:
    return [
        run["externalCorrelationId"]
        for run in request["customExtensionCalloutInstances"]
        if not run["status"] == "calloutSent"
    ]


def lost(request: dict) -> bool:
    last = request["customExtensionCalloutInstances"][-1]
    return last["status"] == "calloutSent" and not last["externalCorrelationId"]


def strange(request: dict) -> bool:
    last = request.get("customExtensionCalloutInstances", [{}])[-1]
    return not last.get("customExtensionId") or last.get("status") == "calloutSent"


def mark(request: dict) -> str:
    first = request["customExtensionCalloutInstances"][0]
    return "open" if first["status"] == "calloutSent" else "moved on"
