"""Opens documents by their suffix."""

from __future__ import annotations


class CustomExtensionHandler:
    def __init__(self, suffix: str, stage: str = "load") -> None:
        self.suffix = suffix
        self.stage = stage
        self.status = "requestSent"


class Registry:
    def __init__(self) -> None:
        self.custom_extension_handlers: list[CustomExtensionHandler] = []

    def add(self, handler: CustomExtensionHandler) -> None:
        self.custom_extension_handlers.append(handler)
