import requests

GRAPH = "https://graph.microsoft.com/beta"


def logic_apps(session: requests.Session, catalog_id: str) -> list[str]:
    url = f"{GRAPH}/identityGovernance/entitlementManagement/accessPackageCatalogs/{catalog_id}"
    catalog = session.get(url, params={"$expand": "customAccessPackageWorkflowExtensions"}).json()
    return [extension["displayName"] for extension in catalog["customAccessPackageWorkflowExtensions"]]
