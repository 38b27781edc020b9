import json
import urllib.request

CATALOGS = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs"


def create(catalog_id, name, token):
    request = urllib.request.Request(
        f"{CATALOGS}/{catalog_id}/accessPackageCustomWorkflowExtensions",
        data=json.dumps({'displayName': name, 'description': ''}).encode(),
        headers={"Authorization": f"Bearer {token}"},
        method="POST",
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["id"]
