from typing import assert_never

from msgraph_beta.generated.models.custom_extension_callout_instance_status import (
    CustomExtensionCalloutInstanceStatus as Status,
)


def cell(status: Status) -> str:
    match status:
        case Status.CalloutSent:
            return "waiting"
        case Status.CallbackReceived:
            return "answered"
        case Status.UnknownFutureValue:
            return "?"
        case _:
            assert_never(status)
