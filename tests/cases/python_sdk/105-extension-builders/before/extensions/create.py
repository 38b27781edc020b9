from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension
from msgraph_beta.generated.models.logic_app_trigger_endpoint_configuration import LogicAppTriggerEndpointConfiguration


async def create(client: GraphServiceClient, catalog_id: str, name: str, workflow: str) -> None:
    catalogs = client.identity_governance.entitlement_management.access_package_catalogs
    extension = CustomAccessPackageWorkflowExtension(
        display_name=name,
        endpoint_configuration=LogicAppTriggerEndpointConfiguration(logic_app_workflow_name=workflow),
    )
    await catalogs.by_access_package_catalog_id(catalog_id).custom_access_package_workflow_extensions.post(extension)
