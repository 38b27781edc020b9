"""Access package tools."""

from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

from .hooks import first_hook
