from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def old(handler_id: str) -> CustomExtensionStageSetting:
    return CustomExtensionStageSetting(id=handler_id)


def new(setting_id: str):
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

    return CustomExtensionStageSetting(id=setting_id)
