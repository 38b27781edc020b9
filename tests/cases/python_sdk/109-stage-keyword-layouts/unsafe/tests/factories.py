"""Instances for the tests, in all the layouts that have grown here."""

from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

ONLY = CustomExtensionCalloutInstance()
FIRST = CustomExtensionCalloutInstance(custom_extension_id="e1")
MIDDLE = CustomExtensionCalloutInstance(custom_extension_id="e1", status=Status.CalloutSent)
LAST = CustomExtensionCalloutInstance(custom_extension_id="e1")


def approved() -> CustomExtensionCalloutInstance:
    return CustomExtensionCalloutInstance(
        custom_extension_id="e3",
        # the approver was on leave
        external_correlation_id="c3",  # same run as in the recorded answer
    )


def without_trailing_comma() -> CustomExtensionCalloutInstance:
    return CustomExtensionCalloutInstance(
        custom_extension_id="e4"
    )


def late(days: int) -> CustomExtensionCalloutInstance:
    return CustomExtensionCalloutInstance(
        custom_extension_id="e5",
    )


def no_stage() -> CustomExtensionCalloutInstance:
    return CustomExtensionCalloutInstance(custom_extension_id="e6")
