from __future__ import annotations

from dataclasses import dataclass

from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_catalogs.item.access_package_custom_workflow_extensions.access_package_custom_workflow_extensions_request_builder import AccessPackageCustomWorkflowExtensionsRequestBuilder
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_catalogs.item.access_package_custom_workflow_extensions.item.custom_callout_extension_item_request_builder import CustomCalloutExtensionItemRequestBuilder


@dataclass(frozen=True)
class Listing:
    """What the portal shows for one catalog."""

    client: GraphServiceClient
    catalog_id: str

    @property
    def builder(self) -> AccessPackageCustomWorkflowExtensionsRequestBuilder:
        catalogs = self.client.identity_governance.entitlement_management.access_package_catalogs
        return catalogs.by_access_package_catalog_id(self.catalog_id).access_package_custom_workflow_extensions

    def item(self, extension_id: str) -> CustomCalloutExtensionItemRequestBuilder:
        return self.builder.by_custom_callout_extension_id(extension_id)

    async def names(self) -> list[str]:
        query = AccessPackageCustomWorkflowExtensionsRequestBuilder.AccessPackageCustomWorkflowExtensionsRequestBuilderGetQueryParameters(
            select=["id", "displayName"], top=50
        )
        page = await self.builder.get(RequestConfiguration(query_parameters=query))
        return [extension.display_name or "" for extension in (page.value if page else None) or []]

    async def remove(self, extension_id: str) -> None:
        await self.builder.by_custom_callout_extension_id(
            custom_callout_extension_id=extension_id,
        ).delete()
