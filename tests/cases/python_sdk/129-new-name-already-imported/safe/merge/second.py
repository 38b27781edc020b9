from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
from msgraph_beta.generated.models.entity import Entity


def key(setting: CustomExtensionStageSetting) -> tuple[str, str]:
    return (setting.id or "", str(setting.stage))


def legacy_key(hook: CustomExtensionStageSetting) -> tuple[str, str]:
    return (hook.id or "", str(hook.stage))


def entity_key(entity: Entity) -> str:
    return entity.id or ""
