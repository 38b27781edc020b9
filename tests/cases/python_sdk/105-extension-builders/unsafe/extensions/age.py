import datetime

from msgraph_beta import GraphServiceClient


async def age(client: GraphServiceClient, catalog_id: str, extension_id: str) -> datetime.timedelta | None:
    catalog = client.identity_governance.entitlement_management.access_package_catalogs.by_access_package_catalog_id(catalog_id)
    extension = await catalog.access_package_custom_workflow_extensions.by_custom_callout_extension_id(extension_id).get()
    if extension is None or extension.created_date_time is None:
        return None
    return datetime.datetime.now(datetime.timezone.utc) - extension.created_date_time
