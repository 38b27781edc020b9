from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage


def recorded() -> list[CustomExtensionCalloutInstance]:
    return [
        CustomExtensionCalloutInstance(id="1", status=CustomExtensionCalloutInstanceStatus.CalloutSent),
        CustomExtensionCalloutInstance(id="2", stage=Stage.AssignmentRequestGranted, detail="ok"),  # pyright: ignore
    ]
