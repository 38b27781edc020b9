"""Access package tools."""

from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

from .hooks import first_hook
