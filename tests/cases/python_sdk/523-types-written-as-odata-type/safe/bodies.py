from __future__ import annotations

from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.access_package_assignment_workflow_extension import (
    AccessPackageAssignmentWorkflowExtension,
)
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def expiry_hook(extension_id: str) -> CustomExtensionStageSetting:
    return CustomExtensionStageSetting(
        odata_type="#microsoft.graph.customExtensionStageSetting",
        stage=AccessPackageCustomExtensionStage.AssignmentFourteenDaysBeforeExpiration,
        custom_extension=AccessPackageAssignmentWorkflowExtension(
            odata_type="#microsoft.graph.accessPackageAssignmentWorkflowExtension",
            id=extension_id,
        ),
    )
