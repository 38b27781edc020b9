from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def setting(setting_id: str) -> CustomExtensionStageSetting:
    return CustomExtensionStageSetting(id=setting_id)
