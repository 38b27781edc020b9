from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

__all__ = [
    "CustomExtensionCalloutInstance",
    "CustomExtensionStageSetting",
]
