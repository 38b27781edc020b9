import requests

CATALOG = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs/7"


def several_lines():
    return requests.post(
        f"{CATALOG}/accessPackageCustomWorkflowExtensions",
        data="""{
  "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension",
  "displayName": "Ticket",
  "description": "made by a script"
}""".encode(),
    )


def one_line():
    url = CATALOG + "/accessPackageCustomWorkflowExtensions"
    return requests.post(url, data='''{"@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "displayName": "Ticket"}''')


def escaped():
    return requests.post(f"{CATALOG}/accessPackageCustomWorkflowExtensions", data="{\"@odata.type\": \"#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension\", \"displayName\": \"Ticket\"}")


def lower_case():
    return requests.request("post", f"{CATALOG}/accessPackageCustomWorkflowExtensions", json={"@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "displayName": "Ticket"})
