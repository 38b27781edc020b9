import importlib.metadata

if importlib.metadata.version("msgraph-beta-sdk") < "1.1":
    from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler as Setting
else:
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting as Setting


def count(settings: list[Setting]) -> int:
    return sum(1 for setting in settings if setting.stage is not None)
