from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance as Instance

SAMPLE = Instance(custom_extension_id="e1", external_correlation_id="c1", stage=Stage.AssignmentRequestGranted)
