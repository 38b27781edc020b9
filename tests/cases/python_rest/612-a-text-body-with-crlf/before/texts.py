import requests

CATALOG = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs/7"


def several_lines():
    return requests.post(
        f"{CATALOG}/customAccessPackageWorkflowExtensions",
        data="""{
  "displayName": "Ticket",
  "description": "made by a script"
}""".encode(),
    )
