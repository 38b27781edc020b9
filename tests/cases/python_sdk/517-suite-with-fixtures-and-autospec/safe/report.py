from __future__ import annotations

from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def line(run: CustomExtensionCalloutInstance) -> str:
    return f"{run.custom_extension_id}: {run.status.value if run.status else '-'}"


def blank() -> str:
    return line(CustomExtensionCalloutInstance())
