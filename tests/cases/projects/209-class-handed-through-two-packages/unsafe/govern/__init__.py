"""Public names."""

from .models import CustomExtensionStageSetting

__all__ = ["CustomExtensionStageSetting", "describe"]


def describe(handler: CustomExtensionStageSetting) -> str:
    return f"{handler.id} at {handler.stage}"
