"""What people read instead of Graph's values."""

from __future__ import annotations

from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

LABELS = {
    "requestSent": "Waiting for the flow",
    "unknownFutureValue": "Ask the identity team",
}


def label_of(run: CustomExtensionHandlerInstance) -> str:
    if run.status is None:
        return "Not called"
    return LABELS.get(run.status.value, "Answered")
