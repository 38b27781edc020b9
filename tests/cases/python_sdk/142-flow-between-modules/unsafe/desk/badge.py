from msgraph_beta.generated.models.custom_extension_callout_instance_status import (
    CustomExtensionCalloutInstanceStatus as Status,
)

from desk.store import runs


def badge(request) -> str:
    return "open" if any(run.status == Status.CalloutSent for run in runs(request)) else ""
