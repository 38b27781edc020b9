#!/usr/bin/env python3
"""Compare the stages that ran with those that are configured, using the az command line."""
import json
import subprocess
import sys
from collections import namedtuple

API = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"

Ran = namedtuple("Ran", "extension stage")


def az(*arguments):
    done = subprocess.run(["az", *arguments, "--output", "json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def ran(request_id):
    answer = az("rest", "--method", "get", "--url", API + "/accessPackageAssignmentRequests/" + request_id + "?$expand=customExtensionHandlerInstances")
    rows = set()
    for run in answer["customExtensionHandlerInstances"]:
        if "stage" in run:
            rows.add(Ran(run["customExtensionId"], run["stage"]))
    return rows


def configured(policy_id):
    answer = az("rest", "--url", "{}/accessPackageAssignmentPolicies/{}?$expand=customExtensionHandlers($expand=customExtension)".format(API, policy_id))
    return {Ran(hook["customExtension"]["id"], hook["stage"]) for hook in answer["customExtensionHandlers"]}


def owners(group):
    resources = az("resource", "list", "--resource-group", group)
    return {
        resource["name"]: resource["tags"]["owner"]
        for resource in resources
        if resource["tags"].get("stage") != "retired" and resource["tags"].get("status") != "requestReceived"
    }


def main():
    request_id, policy_id, group = sys.argv[1:]
    print("owners:", owners(group))
    for missing in sorted(configured(policy_id) - ran(request_id), key=lambda row: row.stage):
        print(missing.stage, missing.extension)


if __name__ == "__main__":
    main()
