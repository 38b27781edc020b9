from __future__ import annotations

from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def word(run: CustomExtensionCalloutInstance) -> str:
    match run:
        case CustomExtensionCalloutInstance(status=None):
            return "new"
        case CustomExtensionCalloutInstance(status=Status.CalloutSent, custom_extension_id=str(extension)):
            return f"waits for {extension}"
        case _:
            return "done"


def colour(run: CustomExtensionCalloutInstance, late: bool) -> str:
    match (run.status, late):
        case (Status.CalloutSent, True):
            return "red"
        case (Status.CalloutSent | Status.UnknownFutureValue, _):
            return "amber"
    return "green"
