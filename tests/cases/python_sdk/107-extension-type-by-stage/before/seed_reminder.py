from msgraph_beta.generated.models import custom_access_package_workflow_extension as ext
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler as Hook


def reminder(extension_id: str) -> Hook:
    return Hook(
        stage=AccessPackageCustomExtensionStage.AssignmentFourteenDaysBeforeExpiration,
        custom_extension=ext.CustomAccessPackageWorkflowExtension(id=extension_id),
    )
