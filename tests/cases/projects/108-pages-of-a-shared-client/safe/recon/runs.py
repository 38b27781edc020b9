from recon.client import pages
from recon.rules import is_open

REQUESTS = "/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def open_runs() -> list[str]:
    found = []
    for request in pages(REQUESTS + "?$expand=customExtensionCalloutInstances&$top=50"):
        for run in request["customExtensionCalloutInstances"]:
            if is_open(run):
                found.append(run["externalCorrelationId"])
    return found
