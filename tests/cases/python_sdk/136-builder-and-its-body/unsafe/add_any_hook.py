from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import AccessPackageAssignmentRequestWorkflowExtension as Extension
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting as Handler


async def add(client: GraphServiceClient, policy_id: str, stage: AccessPackageCustomExtensionStage, extension_id: str) -> None:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    body = Handler(stage=stage, custom_extension=Extension(id=extension_id))
    await policies.by_access_package_assignment_policy_id(policy_id).custom_extension_stage_settings.post(body)
