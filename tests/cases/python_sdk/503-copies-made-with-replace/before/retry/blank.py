from __future__ import annotations

from dataclasses import replace

from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def anonymous(run: CustomExtensionHandlerInstance) -> CustomExtensionHandlerInstance:
    """For the support ticket: nothing that names the tenant."""
    return replace(run, custom_extension_id=None, stage=None)
