from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
    AccessPackageCustomExtensionHandlerStatus as Status,
)

from desk.store import runs


def badge(request) -> str:
    return "open" if any(run.status == Status.RequestSent for run in runs(request)) else ""
