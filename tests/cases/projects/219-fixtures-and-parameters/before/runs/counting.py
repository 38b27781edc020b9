from typing import Any


def count(request: dict[str, Any]) -> int:
    return len(request["customExtensionHandlerInstances"])
