from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def pair(first: str, last: str) -> tuple[CustomExtensionStageSetting, CustomExtensionStageSetting]:
    """Asks at the start and reminds at the end."""
    from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import AccessPackageAssignmentRequestWorkflowExtension
    from msgraph_beta.generated.models.access_package_assignment_workflow_extension import AccessPackageAssignmentWorkflowExtension

    asking = CustomExtensionStageSetting(stage=Stage.AssignmentRequestCreated, custom_extension=AccessPackageAssignmentRequestWorkflowExtension(id=first))
    ending = CustomExtensionStageSetting(stage=Stage.AssignmentFourteenDaysBeforeExpiration, custom_extension=AccessPackageAssignmentWorkflowExtension(id=last))
    return asking, ending
