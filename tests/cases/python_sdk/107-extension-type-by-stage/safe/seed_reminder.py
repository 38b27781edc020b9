from msgraph_beta.generated.models import access_package_assignment_workflow_extension as ext
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting as Hook


def reminder(extension_id: str) -> Hook:
    return Hook(
        stage=AccessPackageCustomExtensionStage.AssignmentFourteenDaysBeforeExpiration,
        custom_extension=ext.AccessPackageAssignmentWorkflowExtension(id=extension_id),
    )
