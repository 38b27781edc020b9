"""One name for the status of a run, whichever SDK is installed."""

try:
    from msgraph_beta.generated.models.custom_extension_callout_instance_status import (
        CustomExtensionCalloutInstanceStatus as RunStatus,
    )
except ImportError:
    from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
        AccessPackageCustomExtensionHandlerStatus as RunStatus,
    )

UNKNOWN = RunStatus.UnknownFutureValue
