import requests

VERSION = "v1.0"
GRAPH = "https://graph.microsoft.com/" + VERSION
CATALOGS = GRAPH + "/identityGovernance/entitlementManagement/catalogs"


def logic_apps(session: requests.Session) -> dict[str, list[str]]:
    page = session.get(CATALOGS + "?$select=id,displayName&$expand=customWorkflowExtensions").json()
    found = {}
    for catalog in page["value"]:
        found[catalog["displayName"]] = [e["id"] for e in catalog.get("customWorkflowExtensions", [])]
    return found
