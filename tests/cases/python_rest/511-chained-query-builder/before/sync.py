from __future__ import annotations

import sys

import httpx

from odata import Query, all_of

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
EXPANDS = ("accessPackage", "customExtensionHandlers")

SUBMITTED = (
    Query("accessPackageAssignmentRequests")
    .expand("requestor", "customExtensionHandlerInstances")
    .where("customExtensionHandlerInstances/any(i:i/status eq 'requestSent')")
)
POLICIES = Query("accessPackageAssignmentPolicies").expand(*EXPANDS)


def main(token: str) -> None:
    with httpx.Client(headers={"Authorization": "Bearer " + token}) as http:
        for request in all_of(http, ROOT, SUBMITTED):
            waits = [run["externalCorrelationId"] for run in request["customExtensionHandlerInstances"] if run["status"] == "requestSent"]
            print(request["id"], *waits)
        for policy in all_of(http, ROOT, POLICIES):
            print(policy["id"], len(policy["customExtensionHandlers"]))


if __name__ == "__main__":
    main(sys.argv[1])
