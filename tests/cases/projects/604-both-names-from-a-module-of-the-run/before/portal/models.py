from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

__all__ = [
    "CustomExtensionCalloutInstance",
    "CustomExtensionHandler",
    "CustomExtensionHandlerInstance",
    "CustomExtensionStageSetting",
]
