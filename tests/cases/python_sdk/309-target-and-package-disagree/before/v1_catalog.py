from msgraph import GraphServiceClient
from msgraph.generated.models.access_package_catalog import AccessPackageCatalog


def names(catalog: AccessPackageCatalog) -> list[str]:
    return [extension.display_name or "" for extension in catalog.custom_access_package_workflow_extensions or []]


async def remove(client: GraphServiceClient, catalog_id: str, extension_id: str) -> None:
    catalog = client.identity_governance.entitlement_management.catalogs.by_access_package_catalog_id(catalog_id)
    extensions = catalog.custom_access_package_workflow_extensions
    await extensions.by_custom_access_package_workflow_extension_id(extension_id).delete()
