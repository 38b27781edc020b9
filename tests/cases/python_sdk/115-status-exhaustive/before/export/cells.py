from typing import assert_never

from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
    AccessPackageCustomExtensionHandlerStatus as Status,
)


def cell(status: Status) -> str:
    match status:
        case Status.RequestSent:
            return "waiting"
        case Status.RequestReceived:
            return "answered"
        case Status.UnknownFutureValue:
            return "?"
        case _:
            assert_never(status)
