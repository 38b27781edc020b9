def setting_class():
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

    return CustomExtensionStageSetting


def handler_class():
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

    return CustomExtensionStageSetting
