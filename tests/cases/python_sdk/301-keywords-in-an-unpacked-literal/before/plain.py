from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def bare(extension_id: str, **more: str) -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(**{"custom_extension_id": extension_id, "external_correlation_id": more.get("run")})
