from __future__ import annotations

from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models import custom_access_package_workflow_extension
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


def steps(ask: str, remind: str) -> list[CustomExtensionHandler]:
    asking = custom_access_package_workflow_extension.CustomAccessPackageWorkflowExtension(id=ask)
    asking_step = CustomExtensionHandler(custom_extension=asking, stage=Stage.AssignmentRequestCreated)
    reminding_step = CustomExtensionHandler(
        custom_extension=custom_access_package_workflow_extension.CustomAccessPackageWorkflowExtension(id=remind),
        stage=Stage.AssignmentOneDayBeforeExpiration,
    )
    return [asking_step, reminding_step]
