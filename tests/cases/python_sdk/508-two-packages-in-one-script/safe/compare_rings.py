"""Do both rings list the same extensions?  (msgraph-sdk 1.0.0a12 and msgraph-beta-sdk)"""

from __future__ import annotations

import asyncio

from azure.identity.aio import DefaultAzureCredential
from msgraph import GraphServiceClient as StableClient
from msgraph.generated.models.access_package_catalog import AccessPackageCatalog as StableCatalog
from msgraph.generated.models.custom_callout_extension_collection_response import (
    CustomCalloutExtensionCollectionResponse as StablePage,
)
from msgraph_beta import GraphServiceClient as BetaClient
from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog as BetaCatalog


def stable_names(catalog: StableCatalog) -> set[str]:
    return {extension.display_name or "" for extension in catalog.custom_workflow_extensions or []}


def beta_names(catalog: BetaCatalog) -> set[str]:
    return {extension.display_name or "" for extension in catalog.access_package_custom_workflow_extensions or []}


def size(page: StablePage | None) -> int:
    return len(page.value or []) if page else 0


async def main(catalog_id: str) -> None:
    async with DefaultAzureCredential() as credential:
        stable = StableClient(credential).identity_governance.entitlement_management.catalogs.by_access_package_catalog_id(catalog_id)
        beta = BetaClient(credential).identity_governance.entitlement_management.access_package_catalogs.by_access_package_catalog_id(catalog_id)
        print(size(await stable.custom_workflow_extensions.get()))
        page = await beta.access_package_custom_workflow_extensions.get()
        print(len(page.value or []) if page else 0)


if __name__ == "__main__":
    asyncio.run(main("5b1f"))
