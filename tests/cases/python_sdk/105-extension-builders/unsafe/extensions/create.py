from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import AccessPackageAssignmentRequestWorkflowExtension
from msgraph_beta.generated.models.logic_app_trigger_endpoint_configuration import LogicAppTriggerEndpointConfiguration


async def create(client: GraphServiceClient, catalog_id: str, name: str, workflow: str) -> None:
    catalogs = client.identity_governance.entitlement_management.access_package_catalogs
    extension = AccessPackageAssignmentRequestWorkflowExtension(
        display_name=name,
        endpoint_configuration=LogicAppTriggerEndpointConfiguration(logic_app_workflow_name=workflow),
    )
    await catalogs.by_access_package_catalog_id(catalog_id).access_package_custom_workflow_extensions.post(extension)
