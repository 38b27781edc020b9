from __future__ import annotations

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog
from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension


class CatalogRepository:
    def __init__(self, client: GraphServiceClient) -> None:
        self._catalogs = client.identity_governance.entitlement_management.access_package_catalogs

    async def get(self, catalog_id: str) -> AccessPackageCatalog | None:
        return await self._catalogs.by_access_package_catalog_id(catalog_id).get()

    async def extensions(self, catalog_id: str) -> list[CustomAccessPackageWorkflowExtension]:
        catalog = self._catalogs.by_access_package_catalog_id(catalog_id)
        page = await catalog.custom_access_package_workflow_extensions.get()
        return (page.value if page else None) or []
