"""Instances for the tests, in all the layouts that have grown here."""

from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

ONLY = CustomExtensionHandlerInstance(stage=Stage.AssignmentRequestCreated)
FIRST = CustomExtensionHandlerInstance(stage=Stage.AssignmentRequestCreated, custom_extension_id="e1")
MIDDLE = CustomExtensionHandlerInstance(custom_extension_id="e1", stage=Stage.AssignmentRequestApproved, status=Status.RequestSent)
LAST = CustomExtensionHandlerInstance(custom_extension_id="e1", stage=Stage.AssignmentRequestApproved)


def approved() -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(
        custom_extension_id="e3",
        # the approver was on leave
        stage=Stage.AssignmentRequestApproved,  # recorded in March
        external_correlation_id="c3",  # same run as in the recorded answer
    )


def without_trailing_comma() -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(
        custom_extension_id="e4",
        stage=Stage.AssignmentRequestRemoved
    )


def late(days: int) -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(
        stage=(
            Stage.AssignmentOneDayBeforeExpiration
            if days < 2
            else Stage.AssignmentFourteenDaysBeforeExpiration
        ),
        custom_extension_id="e5",
    )


def no_stage() -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(custom_extension_id="e6")
