from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler as SdkHook

from . import settings


def same(hook: SdkHook, setting: settings.CustomExtensionStageSetting) -> bool:
    return hook.id == setting.key
