from __future__ import annotations

from typing import TYPE_CHECKING

from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

if TYPE_CHECKING:
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def convert(old: CustomExtensionStageSetting) -> CustomExtensionStageSetting:
    return CustomExtensionStageSetting(id=old.id)
