"""usage: stages.py policy|request|ticket ID"""
import os
import sys

import requests

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
DESK = "https://desk.example.org/api"
AUTH = {"Authorization": "Bearer " + os.environ["TOKEN"]}


def get(path):
    return requests.get(ROOT + path, headers=AUTH, timeout=20).json()


def desk(path):
    return requests.get(DESK + path, timeout=20).json()


def of_policy(policy_id):
    handlers = get(f"/accessPackageAssignmentPolicies/{policy_id}/customExtensionStageSettings?$expand=customExtension")
    return [handler["stage"] for handler in handlers["value"]]


def of_request(request_id):
    request = get("/accessPackageAssignmentRequests/" + request_id + "?$expand=customExtensionHandlerInstances")
    return [run["stage"] for run in request["customExtensionHandlerInstances"]]


def of_ticket(number):
    ticket = desk("/tickets/" + number)
    return [ticket["stage"]] if ticket["status"] != "requestSent" else []


def catalog_names(catalog_id):
    catalog = get(f"/accessPackageCatalogs/{catalog_id}?$expand=accessPackageCustomWorkflowExtensions")
    return [extension["displayName"] for extension in catalog["accessPackageCustomWorkflowExtensions"]]


VIEWS = {"policy": of_policy, "request": of_request, "ticket": of_ticket, "catalog": catalog_names}

if __name__ == "__main__":
    print(*VIEWS[sys.argv[1]](sys.argv[2]), sep="\n")
