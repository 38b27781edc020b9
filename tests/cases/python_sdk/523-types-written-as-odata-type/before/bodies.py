from __future__ import annotations

from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.custom_access_package_workflow_extension import (
    CustomAccessPackageWorkflowExtension,
)
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


def expiry_hook(extension_id: str) -> CustomExtensionHandler:
    return CustomExtensionHandler(
        odata_type="#microsoft.graph.customExtensionHandler",
        stage=AccessPackageCustomExtensionStage.AssignmentFourteenDaysBeforeExpiration,
        custom_extension=CustomAccessPackageWorkflowExtension(
            odata_type="#microsoft.graph.customAccessPackageWorkflowExtension",
            id=extension_id,
        ),
    )
