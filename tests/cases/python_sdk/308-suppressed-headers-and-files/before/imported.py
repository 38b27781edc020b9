from msgraph_beta.generated.models.custom_extension_handler_instance import (
    CustomExtensionHandlerInstance,
)  # migrate-ext: ignore[CEX101]


def run(extension_id: str) -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(custom_extension_id=extension_id)
