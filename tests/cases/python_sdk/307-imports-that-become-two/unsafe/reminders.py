from __future__ import annotations

from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.access_package_assignment_workflow_extension import (
    AccessPackageAssignmentWorkflowExtension,
)
from msgraph_beta.generated.models.custom_callout_extension import (
    CustomCalloutExtension,
)
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def reminder(extension_id: str) -> CustomExtensionStageSetting:
    return CustomExtensionStageSetting(
        stage=Stage.AssignmentOneDayBeforeExpiration,
        custom_extension=AccessPackageAssignmentWorkflowExtension(id=extension_id),
    )


def title(extension: CustomCalloutExtension) -> str:
    return extension.display_name or extension.id or "?"
