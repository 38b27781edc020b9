from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


def old(handler_id: str) -> CustomExtensionHandler:
    return CustomExtensionHandler(id=handler_id)


def new(setting_id: str):
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

    return CustomExtensionStageSetting(id=setting_id)
