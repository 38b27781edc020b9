from __future__ import annotations

from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def word(run: CustomExtensionHandlerInstance) -> str:
    match run:
        case CustomExtensionHandlerInstance(status=None):
            return "new"
        case CustomExtensionHandlerInstance(status=Status.RequestSent, custom_extension_id=str(extension)):
            return f"waits for {extension}"
        case _:
            return "done"


def colour(run: CustomExtensionHandlerInstance, late: bool) -> str:
    match (run.status, late):
        case (Status.RequestSent, True):
            return "red"
        case (Status.RequestSent | Status.UnknownFutureValue, _):
            return "amber"
    return "green"
