from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def blank(extension_id: str) -> CustomExtensionCalloutInstance:
    """An instance that no flow has answered."""
    return CustomExtensionCalloutInstance(
        custom_extension_id=extension_id,
    )
