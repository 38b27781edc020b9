from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog


def names(catalog: AccessPackageCatalog) -> list[str]:
    return [extension.display_name or "" for extension in catalog.access_package_custom_workflow_extensions or []]


async def count(client: GraphServiceClient, catalog_id: str) -> int | None:
    catalogs = client.identity_governance.entitlement_management.access_package_catalogs
    return await catalogs.by_access_package_catalog_id(catalog_id).access_package_custom_workflow_extensions.count.get()
