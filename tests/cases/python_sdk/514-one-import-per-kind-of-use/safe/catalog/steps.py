from __future__ import annotations

from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models import access_package_assignment_request_workflow_extension
from msgraph_beta.generated.models import access_package_assignment_workflow_extension
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def steps(ask: str, remind: str) -> list[CustomExtensionStageSetting]:
    asking = access_package_assignment_request_workflow_extension.AccessPackageAssignmentRequestWorkflowExtension(id=ask)
    asking_step = CustomExtensionStageSetting(custom_extension=asking, stage=Stage.AssignmentRequestCreated)
    reminding_step = CustomExtensionStageSetting(
        custom_extension=access_package_assignment_workflow_extension.AccessPackageAssignmentWorkflowExtension(id=remind),
        stage=Stage.AssignmentOneDayBeforeExpiration,
    )
    return [asking_step, reminding_step]
