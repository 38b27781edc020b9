"""Writes a description and says when the service took it."""

import argparse
import asyncio

from azure.identity.aio import AzureCliCredential
from msgraph_beta import GraphServiceClient


async def touch(catalog_id: str, extension_id: str) -> None:
    async with AzureCliCredential() as credential:
        catalogs = GraphServiceClient(credential).identity_governance.entitlement_management.access_package_catalogs
        item = catalogs.by_access_package_catalog_id(catalog_id).custom_access_package_workflow_extensions.by_custom_access_package_workflow_extension_id(extension_id)
        if (extension := await item.get()) is None:
            raise SystemExit(f"no extension {extension_id}")
        print(extension.display_name, f"{extension.last_modified_date_time:%Y-%m-%d}")


parser = argparse.ArgumentParser()
parser.add_argument("catalog")
parser.add_argument("extension")
if __name__ == "__main__":
    options = parser.parse_args()
    asyncio.run(touch(options.catalog, options.extension))
