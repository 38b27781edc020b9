from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def sent(number: int) -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(**{"custom_extension_id": f"e{number}", "stage": Stage.AssignmentRequestCreated, "status": Status.RequestSent})


def granted(extension_id: str, run_id: str) -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(
        external_correlation_id=run_id,
        **{
            "custom_extension_id": extension_id,
            "stage": Stage.AssignmentRequestGranted,  # nothing else is sampled
        },
    )
