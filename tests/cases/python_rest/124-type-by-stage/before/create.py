import requests

BASE = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs/"


def create(catalog_id: str, name: str) -> str:
    answer = requests.post(
        f"{BASE}{catalog_id}/customAccessPackageWorkflowExtensions",
        json={"@odata.type": "#microsoft.graph.customAccessPackageWorkflowExtension", "displayName": name},
        timeout=30,
    )
    return answer.json()["id"]
