"""Columns of the weekly sheet: one for each status."""

from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
    AccessPackageCustomExtensionHandlerStatus as Status,
)

COLUMNS = ["request"]
for status in Status:
    COLUMNS.append(str(status.value))


def headline() -> str:
    return ";".join(COLUMNS)
