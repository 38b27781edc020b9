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


def one_line():
    url = CATALOG + "/customAccessPackageWorkflowExtensions"
    return requests.post(url, data='''{"displayName": "Ticket"}''')


def escaped():
    return requests.post(f"{CATALOG}/customAccessPackageWorkflowExtensions", data="{\"displayName\": \"Ticket\"}")


def lower_case():
    return requests.request("post", f"{CATALOG}/customAccessPackageWorkflowExtensions", json={"displayName": "Ticket"})
