from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def blank(extension_id: str) -> CustomExtensionHandlerInstance:
    """An instance that no flow has answered."""
    return CustomExtensionHandlerInstance(
        custom_extension_id=extension_id,
    )
