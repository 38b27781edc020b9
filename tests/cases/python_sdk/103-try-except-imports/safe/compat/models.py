"""Runs on the beta SDK and on the pinned 2023 preview of the other one."""

try:
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
except ImportError:
    from msgraph.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

try:
    from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance as RunModel
except ImportError:
    RunModel = None


def is_hook(thing: object) -> bool:
    return isinstance(thing, CustomExtensionStageSetting)


def is_run(thing: object) -> bool:
    return RunModel is not None and isinstance(thing, RunModel)
