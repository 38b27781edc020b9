from __future__ import annotations

from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph import GraphServiceClient as Stable
from msgraph.generated.identity_governance.entitlement_management.catalogs.item.access_package_catalog_item_request_builder import AccessPackageCatalogItemRequestBuilder as StableItem
from msgraph_beta import GraphServiceClient as Beta
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_catalogs.item.access_package_catalog_item_request_builder import AccessPackageCatalogItemRequestBuilder as BetaItem
from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog


async def stable(credential, catalog_id: str):
    catalogs = Stable(credential).identity_governance.entitlement_management.catalogs
    query = StableItem.AccessPackageCatalogItemRequestBuilderGetQueryParameters(expand=["customAccessPackageWorkflowExtensions"])
    return await catalogs.by_access_package_catalog_id(catalog_id).get(RequestConfiguration(query_parameters=query))


async def beta(client: Beta, catalog_id: str):
    catalogs = client.identity_governance.entitlement_management.access_package_catalogs
    query = BetaItem.AccessPackageCatalogItemRequestBuilderGetQueryParameters(expand=["customAccessPackageWorkflowExtensions"])
    return await catalogs.by_access_package_catalog_id(catalog_id).get(RequestConfiguration(query_parameters=query))


def empty() -> AccessPackageCatalog:
    return AccessPackageCatalog(custom_access_package_workflow_extensions=[])
