"""Speaks HTTP over the relay, which wants bytes."""
import http.client
import json
import os

REQUESTS = b"/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests?$expand=customExtensionHandlerInstances"
POLICIES = "/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies?%24expand=customExtensionHandlers%28%24expand%3dcustomExtension%29"
CLEARED = b'{"displayName": "Suppliers", "customExtensionHandlers": []}'
PROXIED = (
    "https://relay.example.org/fetch?url=https%3A%2F%2Fgraph.microsoft.com%2Fbeta%2FidentityGovernance"
    "%2FentitlementManagement%2FaccessPackageCatalogs%2Fc1%2FcustomAccessPackageWorkflowExtensions%2Fe1"
)
HEADERS = {"Authorization": "Bearer " + os.environ.get("TOKEN", ""), "Content-Type": "application/json"}


def fetch(path: bytes) -> dict:
    relay = http.client.HTTPSConnection("relay.example.org")
    relay.request("GET", path.decode("ascii"), headers=HEADERS)
    return json.loads(relay.getresponse().read())


def run_ids() -> list[str]:
    return [
        run["externalCorrelationId"]
        for request in fetch(REQUESTS)["value"]
        for run in request["customExtensionHandlerInstances"]
    ]


def clear(policy_id: str) -> int:
    relay = http.client.HTTPSConnection("relay.example.org")
    path = f"/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies/{policy_id}"
    relay.request("PATCH", path, body=CLEARED, headers=HEADERS)
    return relay.getresponse().status
