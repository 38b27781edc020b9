from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

from .legacy import CustomExtensionCalloutInstance


def convert(run: CustomExtensionHandlerInstance) -> CustomExtensionCalloutInstance:
    return CustomExtensionCalloutInstance(run.external_correlation_id or "")
