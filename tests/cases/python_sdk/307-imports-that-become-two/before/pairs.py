from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


def pair(first: str, last: str) -> tuple[CustomExtensionHandler, CustomExtensionHandler]:
    """Asks at the start and reminds at the end."""
    from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension

    asking = CustomExtensionHandler(stage=Stage.AssignmentRequestCreated, custom_extension=CustomAccessPackageWorkflowExtension(id=first))
    ending = CustomExtensionHandler(stage=Stage.AssignmentFourteenDaysBeforeExpiration, custom_extension=CustomAccessPackageWorkflowExtension(id=last))
    return asking, ending
