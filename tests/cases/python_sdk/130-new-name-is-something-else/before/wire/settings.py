"""Our own shape of a stage setting, older than Graph's."""

from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


@dataclass
class CustomExtensionStageSetting:
    key: str
    step: str


def convert(hook: CustomExtensionHandler) -> CustomExtensionStageSetting:
    return CustomExtensionStageSetting(hook.id or "", hook.stage.name if hook.stage else "")


def accepts(thing: object) -> bool:
    return isinstance(thing, CustomExtensionHandler)
