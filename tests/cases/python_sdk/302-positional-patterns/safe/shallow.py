from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def extension_id(thing: object) -> str | None:
    match thing:
        case CustomExtensionCalloutInstance(custom_extension_id=str(extension)):
            return extension
        case CustomExtensionCalloutInstance(external_correlation_id=None):
            return None
        case CustomExtensionStageSetting(_, _, str(handler)) | CustomExtensionStageSetting(id=None, odata_type=str(handler)):
            return handler
    return None
