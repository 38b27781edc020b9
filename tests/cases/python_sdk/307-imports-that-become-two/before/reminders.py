from __future__ import annotations

from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_access_package_workflow_extension import (
    CustomAccessPackageWorkflowExtension,
)
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


def reminder(extension_id: str) -> CustomExtensionHandler:
    return CustomExtensionHandler(
        stage=Stage.AssignmentOneDayBeforeExpiration,
        custom_extension=CustomAccessPackageWorkflowExtension(id=extension_id),
    )


def title(extension: CustomAccessPackageWorkflowExtension) -> str:
    return extension.display_name or extension.id or "?"
