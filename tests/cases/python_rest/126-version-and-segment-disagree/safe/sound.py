import requests

V1 = "https://graph.microsoft.com/v1.0/identityGovernance/entitlementManagement"


def show(session: requests.Session, catalog_id: str, extension_id: str) -> dict:
    return session.get(f"{V1}/catalogs/{catalog_id}/customWorkflowExtensions/{extension_id}").json()
