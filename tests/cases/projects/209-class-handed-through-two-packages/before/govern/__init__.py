"""Public names."""

from .models import CustomExtensionHandler

__all__ = ["CustomExtensionHandler", "describe"]


def describe(handler: CustomExtensionHandler) -> str:
    return f"{handler.id} at {handler.stage}"
