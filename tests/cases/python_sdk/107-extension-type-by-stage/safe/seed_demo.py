"""Seeds the demo tenant: policies with hooks for every step that the slides show."""

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import (
    AccessPackageAssignmentRequestWorkflowExtension,
)
from msgraph_beta.generated.models.access_package_assignment_workflow_extension import (
    AccessPackageAssignmentWorkflowExtension,
)
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

LAST_CALL = Stage.AssignmentOneDayBeforeExpiration


def demo_policy(package_id: str, ticket: str, reminder: str) -> AccessPackageAssignmentPolicy:
    return AccessPackageAssignmentPolicy(
        access_package_id=package_id,
        display_name="Demo",
        custom_extension_stage_settings=[
            CustomExtensionStageSetting(
                stage=Stage.AssignmentRequestGranted,
                custom_extension=AccessPackageAssignmentRequestWorkflowExtension(id=ticket),
            ),
            CustomExtensionStageSetting(custom_extension=AccessPackageAssignmentWorkflowExtension(id=reminder), stage=LAST_CALL),
        ],
    )


def removal_hook(extension_id: str) -> CustomExtensionStageSetting:
    hook = CustomExtensionStageSetting()
    hook.stage = Stage.AssignmentRequestRemoved
    hook.custom_extension = AccessPackageAssignmentRequestWorkflowExtension(id=extension_id, display_name="Clean up")
    return hook
