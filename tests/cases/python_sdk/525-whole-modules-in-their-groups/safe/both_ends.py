import msgraph_beta.generated.models.access_package_assignment_request_workflow_extension
import msgraph_beta.generated.models.access_package_assignment_workflow_extension
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

asking = CustomExtensionStageSetting(
    stage=Stage.AssignmentRequestCreated,
    custom_extension=msgraph_beta.generated.models.access_package_assignment_request_workflow_extension.AccessPackageAssignmentRequestWorkflowExtension(id="e1"),
)
ending = CustomExtensionStageSetting(
    stage=Stage.AssignmentOneDayBeforeExpiration,
    custom_extension=msgraph_beta.generated.models.access_package_assignment_workflow_extension.AccessPackageAssignmentWorkflowExtension(id="e2"),
)
