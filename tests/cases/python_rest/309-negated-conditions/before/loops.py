"""Waits for runs; every function has its own request."""
import time


def wait(request: dict, limit: int) -> int:
    tries = 0
    for run in request["customExtensionHandlerInstances"]:
        while not (run["status"] == "requestSent" or tries > limit):
            tries += 1
            time.sleep(tries)
    return tries


def moved(request: dict) -> list[str]:
    return [
        run["externalCorrelationId"]
        for run in request["customExtensionHandlerInstances"]
        if not run["status"] == "requestSent"
    ]


def lost(request: dict) -> bool:
    last = request["customExtensionHandlerInstances"][-1]
    return last["status"] == "requestSent" and not last["externalCorrelationId"]


def strange(request: dict) -> bool:
    last = request.get("customExtensionHandlerInstances", [{}])[-1]
    return not last.get("customExtensionId") or last.get("status") == "requestSent"


def mark(request: dict) -> str:
    first = request["customExtensionHandlerInstances"][0]
    return "open" if first["status"] == "requestSent" else "moved on"
