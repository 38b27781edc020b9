from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def sent(number: int) -> CustomExtensionCalloutInstance:
    return CustomExtensionCalloutInstance(**{"custom_extension_id": f"e{number}", "status": Status.CalloutSent})


def granted(extension_id: str, run_id: str) -> CustomExtensionCalloutInstance:
    return CustomExtensionCalloutInstance(
        external_correlation_id=run_id,
        **{
            "custom_extension_id": extension_id,
        },
    )
