from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def make(extension_id: str) -> CustomExtensionCalloutInstance:
    return CustomExtensionCalloutInstance(custom_extension_id=extension_id)
