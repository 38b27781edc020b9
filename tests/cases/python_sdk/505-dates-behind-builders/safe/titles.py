"""Titles for the catalog page."""

from msgraph_beta import GraphServiceClient


async def titles(client: GraphServiceClient, catalog_id: str) -> list[str]:
    catalog = client.identity_governance.entitlement_management.access_package_catalogs.by_access_package_catalog_id(catalog_id)
    page = await catalog.access_package_custom_workflow_extensions.get()
    seen = await catalog.get()
    title = seen.display_name if seen and seen.created_date_time else "?"
    return [title or ""] + [extension.display_name or "" for extension in (page.value if page else None) or []]
