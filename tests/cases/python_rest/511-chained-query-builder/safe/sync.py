from __future__ import annotations

import sys

import httpx

from odata import Query, all_of

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
EXPANDS = ("accessPackage", "customExtensionStageSettings")

SUBMITTED = (
    Query("accessPackageAssignmentRequests")
    .expand("requestor", "customExtensionCalloutInstances")
    .where("customExtensionCalloutInstances/any(i:i/status eq 'calloutSent')")
)
POLICIES = Query("accessPackageAssignmentPolicies").expand(*EXPANDS)


def main(token: str) -> None:
    with httpx.Client(headers={"Authorization": "Bearer " + token}) as http:
        for request in all_of(http, ROOT, SUBMITTED):
            waits = [run["externalCorrelationId"] for run in request["customExtensionCalloutInstances"] if run["status"] == "calloutSent"]
            print(request["id"], *waits)
        for policy in all_of(http, ROOT, POLICIES):
            print(policy["id"], len(policy["customExtensionStageSettings"]))


if __name__ == "__main__":
    main(sys.argv[1])
