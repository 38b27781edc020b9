from __future__ import annotations

import dataclasses

from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance as Run


def sent_again(run: Run, correlation: str) -> Run:
    """The run as it is recorded after a second call."""
    again = dataclasses.replace(
        run,
        status=AccessPackageCustomExtensionHandlerStatus.RequestSent,
        external_correlation_id=correlation,
    )
    assert again.status == AccessPackageCustomExtensionHandlerStatus("requestSent")
    return again
