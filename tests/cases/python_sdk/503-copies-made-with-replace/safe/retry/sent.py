from __future__ import annotations

import dataclasses

from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance as Run


def sent_again(run: Run, correlation: str) -> Run:
    """The run as it is recorded after a second call."""
    again = dataclasses.replace(
        run,
        status=CustomExtensionCalloutInstanceStatus.CalloutSent,
        external_correlation_id=correlation,
    )
    assert again.status == CustomExtensionCalloutInstanceStatus("calloutSent")
    return again
