"""Is anything waiting after the deployment?"""
import os
import sys

import requests

REQUESTS = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def waiting() -> int:
    headers = {"Authorization": "Bearer " + os.environ["TOKEN"]}
    page = requests.get(REQUESTS, params={"$expand": "customExtensionHandlerInstances"}, headers=headers, timeout=60).json()
    return sum(run["status"] == "requestSent" for request in page["value"] for run in request["customExtensionHandlerInstances"])


if __name__ == "__main__":
    sys.exit(1 if waiting() else 0)
