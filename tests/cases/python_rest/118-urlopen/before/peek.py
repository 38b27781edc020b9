#!/usr/bin/env python3
import json
import os
import sys
from urllib.request import Request, urlopen

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def open_(url):
    return urlopen(Request(url, headers={"Authorization": "Bearer " + os.environ["TOKEN"]}))


def one(request_id):
    request = Request(f"{ELM}/accessPackageAssignmentRequests/{request_id}?$expand=customExtensionHandlerInstances")
    request.add_header("Authorization", "Bearer " + os.environ["TOKEN"])
    with urlopen(request) as answer:
        found = json.load(answer)
    return [run["status"] for run in found["customExtensionHandlerInstances"]]


def first_waiting():
    text = open_(ELM + "/accessPackageAssignmentRequests?$expand=customExtensionHandlerInstances&$top=1").read()
    request, = json.loads(text)["value"]
    waiting = (run for run in request["customExtensionHandlerInstances"] if run["status"] == "requestSent")
    return next(waiting, {}).get("externalCorrelationId")


def handlers(policy_id):
    with open_(f"{ELM}/accessPackageAssignmentPolicies/{policy_id}/customExtensionHandlers") as answer:
        return [(handler["stage"], handler["id"]) for handler in json.load(answer)["value"]]


if __name__ == "__main__":
    command, *rest = sys.argv[1:]
    if command == "one":
        print(one(rest[0]))
    elif command == "waiting":
        print(first_waiting())
    else:
        print(handlers(rest[0]))
