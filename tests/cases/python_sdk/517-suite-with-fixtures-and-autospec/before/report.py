from __future__ import annotations

from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def line(run: CustomExtensionHandlerInstance) -> str:
    return f"{run.custom_extension_id}: {run.status.value if run.status else '-'}"


def blank() -> str:
    return line(CustomExtensionHandlerInstance())
