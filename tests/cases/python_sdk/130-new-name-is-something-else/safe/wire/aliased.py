from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting as SdkHook

from . import settings


def same(hook: SdkHook, setting: settings.CustomExtensionStageSetting) -> bool:
    return hook.id == setting.key
