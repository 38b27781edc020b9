#!/usr/bin/env python3
"""Counts the logic app runs of every access package request."""
import collections
import os
import sys

import requests

BETA = "https://graph.microsoft.com/beta"
URL = BETA + "/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def fetch(top):
    answer = requests.get(
        URL,
        params={"$expand": "requestor,customExtensionCalloutInstances", "$top": top},
        headers={"Authorization": "Bearer " + os.environ["TOKEN"]},
        timeout=30,
    )
    answer.raise_for_status()
    return answer.json()["value"]


def tidy(request):
    request.setdefault("customExtensionCalloutInstances", [])
    if "customExtensionCalloutInstances" in request and request["customExtensionCalloutInstances"] is None:
        del request["customExtensionCalloutInstances"]
    return request


def main(top):
    sizes = collections.Counter()
    for request in map(tidy, fetch(top)):
        ids = [run["customExtensionId"] for run in request.get("customExtensionCalloutInstances", ())]
        sizes[len(ids)] += 1
        if "-v" in sys.argv:
            leftover = request.pop("customExtensionCalloutInstances", None)
            print(request["id"], request["requestState"], leftover)
    for size, count in sorted(sizes.items()):
        print(f"{count:6d} requests with {size} runs")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
