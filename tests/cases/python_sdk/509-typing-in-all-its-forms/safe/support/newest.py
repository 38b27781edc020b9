from typing import NewType

from msgraph_beta.generated.models.custom_extension_callout_instance import (
    CustomExtensionCalloutInstance,  # the element of a request's list
)

Newest = NewType("Newest", CustomExtensionCalloutInstance)


def newest(runs: "list[CustomExtensionCalloutInstance]") -> "Newest | None":
    return Newest(runs[-1]) if runs else None
