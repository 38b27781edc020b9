"""Still on msgraph-sdk 1.0.0a12, where the preview types were generated into the v1.0 client."""

import asyncio

from azure.identity.aio import EnvironmentCredential
from msgraph import GraphServiceClient
from msgraph.generated.identity_governance.entitlement_management.catalogs.item.custom_workflow_extensions.custom_workflow_extensions_request_builder import (
    CustomWorkflowExtensionsRequestBuilder,
)
from msgraph.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph.generated.models.access_package_catalog import AccessPackageCatalog
from msgraph.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def builder(client: GraphServiceClient, catalog_id: str) -> CustomWorkflowExtensionsRequestBuilder:
    catalogs = client.identity_governance.entitlement_management.catalogs
    return catalogs.by_access_package_catalog_id(catalog_id).custom_workflow_extensions


def names(catalog: AccessPackageCatalog) -> list[str]:
    return [extension.display_name or "" for extension in catalog.custom_workflow_extensions or []]


def hooks(policy: AccessPackageAssignmentPolicy) -> list[CustomExtensionStageSetting]:
    return policy.custom_extension_stage_settings or []


async def main() -> None:
    async with EnvironmentCredential() as credential:
        extensions = builder(GraphServiceClient(credential), "0d2c")
        await extensions.by_custom_callout_extension_id("77aa").delete()


if __name__ == "__main__":
    asyncio.run(main())
