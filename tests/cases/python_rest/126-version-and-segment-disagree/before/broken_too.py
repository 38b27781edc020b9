import requests


def show(session: requests.Session, catalog_id: str, extension_id: str) -> dict:
    return session.get(
        "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/catalogs/"
        f"{catalog_id}/customAccessPackageWorkflowExtensions/{extension_id}"
    ).json()
