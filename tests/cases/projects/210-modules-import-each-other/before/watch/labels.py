from __future__ import annotations

from typing import Any


def label(run: dict[str, Any]) -> str:
    from .runs import TITLE, is_waiting

    return f"{TITLE}: {run['customExtensionId']}" + (" waits" if is_waiting(run) else "")


def colour(ticket: dict[str, Any]) -> str:
    return "red" if ticket["status"] == "requestSent" else "green"
