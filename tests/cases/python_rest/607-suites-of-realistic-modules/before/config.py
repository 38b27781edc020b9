"""Constants classes, dict of expands, loops over names."""
import requests


class Names:
    RUNS = "customExtensionHandlerInstances"
    HOOKS = "customExtensionHandlers"


class Endpoint:
    BASE = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
    REQUESTS = BASE + "/accessPackageAssignmentRequests"
    POLICIES = BASE + "/accessPackageAssignmentPolicies"


QUERY = {Endpoint.REQUESTS: Names.RUNS, Endpoint.POLICIES: Names.HOOKS}


def load(endpoint):
    return requests.get(endpoint, params={"$expand": QUERY[endpoint]}).json()["value"]


def stages():
    for request in load(Endpoint.REQUESTS):
        for run in request[Names.RUNS]:
            yield run["stage"]
    for policy in load(Endpoint.POLICIES):
        for hook in policy[Names.HOOKS]:
            yield hook["stage"]


def empty(item):
    return all(not item.get(name) for name in (Names.RUNS, Names.HOOKS))
