"""Columns of the weekly sheet: one for each status."""

from msgraph_beta.generated.models.custom_extension_callout_instance_status import (
    CustomExtensionCalloutInstanceStatus as Status,
)

COLUMNS = ["request"]
for status in Status:
    COLUMNS.append(str(status.value))


def headline() -> str:
    return ";".join(COLUMNS)
