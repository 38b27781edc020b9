import msgraph_beta.generated.models.custom_access_package_workflow_extension
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler

asking = CustomExtensionHandler(
    stage=Stage.AssignmentRequestCreated,
    custom_extension=msgraph_beta.generated.models.custom_access_package_workflow_extension.CustomAccessPackageWorkflowExtension(id="e1"),
)
ending = CustomExtensionHandler(
    stage=Stage.AssignmentOneDayBeforeExpiration,
    custom_extension=msgraph_beta.generated.models.custom_access_package_workflow_extension.CustomAccessPackageWorkflowExtension(id="e2"),
)
