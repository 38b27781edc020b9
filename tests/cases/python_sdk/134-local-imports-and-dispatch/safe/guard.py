def stage_of(thing: object) -> str:
    """The stage of a run, or nothing for whatever else the queue holds."""
    from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

    if not isinstance(thing, CustomExtensionHandlerInstance):
        return ""
    return str(thing.stage)


def is_hook(thing: object) -> bool:
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

    return type(thing) is CustomExtensionStageSetting
