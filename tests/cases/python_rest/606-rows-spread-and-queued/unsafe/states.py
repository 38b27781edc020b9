"""Own enums, Literals and status maps."""
from enum import StrEnum
from typing import Literal, get_args

import requests

State = Literal["calloutSent", "callbackReceived"]
URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


class RunStatus(StrEnum):
    SENT = "calloutSent"
    RECEIVED = "callbackReceived"


LABELS = {"calloutSent": "waiting", "callbackReceived": "answered"}


def runs(token):
    answer = requests.get(URL, params={"$expand": "customExtensionCalloutInstances"}, headers={"Authorization": token})
    for request in answer.json().get("value", []):
        yield from request["customExtensionCalloutInstances"]


def waiting(token):
    return [run for run in runs(token) if run["status"] == RunStatus.SENT]


def answered(token):
    return [run for run in runs(token) if RunStatus(run["status"]) is RunStatus.RECEIVED]


def labels(token):
    return [LABELS[run["status"]] for run in runs(token)]


def known(token):
    return all(run["status"] in get_args(State) for run in runs(token))
