"""What people read instead of Graph's values."""

from __future__ import annotations

from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

LABELS = {
    "calloutSent": "Waiting for the flow",
    "unknownFutureValue": "Ask the identity team",
}


def label_of(run: CustomExtensionCalloutInstance) -> str:
    if run.status is None:
        return "Not called"
    return LABELS.get(run.status.value, "Answered")
