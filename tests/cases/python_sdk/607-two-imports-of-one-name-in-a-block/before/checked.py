from __future__ import annotations

from typing import TYPE_CHECKING

from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

if TYPE_CHECKING:
    from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler
    from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


def convert(old: CustomExtensionHandler) -> CustomExtensionStageSetting:
    return CustomExtensionStageSetting(id=old.id)
