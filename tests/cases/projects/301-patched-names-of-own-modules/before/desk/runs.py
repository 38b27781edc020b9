from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def make(extension_id: str) -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(custom_extension_id=extension_id)
