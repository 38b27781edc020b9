"""Seeds the demo tenant: policies with hooks for every step that the slides show."""

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_access_package_workflow_extension import (
    CustomAccessPackageWorkflowExtension,
)
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler

LAST_CALL = Stage.AssignmentOneDayBeforeExpiration


def demo_policy(package_id: str, ticket: str, reminder: str) -> AccessPackageAssignmentPolicy:
    return AccessPackageAssignmentPolicy(
        access_package_id=package_id,
        display_name="Demo",
        custom_extension_handlers=[
            CustomExtensionHandler(
                stage=Stage.AssignmentRequestGranted,
                custom_extension=CustomAccessPackageWorkflowExtension(id=ticket),
            ),
            CustomExtensionHandler(custom_extension=CustomAccessPackageWorkflowExtension(id=reminder), stage=LAST_CALL),
        ],
    )


def removal_hook(extension_id: str) -> CustomExtensionHandler:
    hook = CustomExtensionHandler()
    hook.stage = Stage.AssignmentRequestRemoved
    hook.custom_extension = CustomAccessPackageWorkflowExtension(id=extension_id, display_name="Clean up")
    return hook
