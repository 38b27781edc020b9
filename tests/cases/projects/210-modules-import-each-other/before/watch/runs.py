from __future__ import annotations

from typing import Any

from . import labels

TITLE = "Callouts"


def lines(request: dict[str, Any]) -> list[str]:
    return [labels.label(run) for run in request["customExtensionHandlerInstances"]]


def is_waiting(run: dict[str, Any]) -> bool:
    return run["status"] == "requestSent"
