from typing import NewType

from msgraph_beta.generated.models.custom_extension_handler_instance import (
    CustomExtensionHandlerInstance,  # the element of a request's list
)

Newest = NewType("Newest", CustomExtensionHandlerInstance)


def newest(runs: "list[CustomExtensionHandlerInstance]") -> "Newest | None":
    return Newest(runs[-1]) if runs else None
