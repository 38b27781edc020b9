import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def waiting(request_id):
    answer = requests.get(f"{ELM}/accessPackageAssignmentRequests/{request_id}?$expand=customExtensionCalloutInstances", timeout=10)
    answer.raise_for_status()
    return [run["customExtensionId"] for run in answer.json()["customExtensionCalloutInstances"] if run["status"] == "calloutSent"]


def extensions(catalog_id):
    answer = requests.get(f"{ELM}/accessPackageCatalogs/{catalog_id}/accessPackageCustomWorkflowExtensions", timeout=10)
    return {extension["id"]: extension["displayName"] for extension in answer.json()["value"]}
