"""Own enums, Literals and status maps."""
from enum import StrEnum
from typing import Literal, get_args

import requests

State = Literal["requestSent", "requestReceived"]
URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


class RunStatus(StrEnum):
    SENT = "requestSent"
    RECEIVED = "requestReceived"


LABELS = {"requestSent": "waiting", "requestReceived": "answered"}


def runs(token):
    answer = requests.get(URL, params={"$expand": "customExtensionHandlerInstances"}, headers={"Authorization": token})
    for request in answer.json().get("value", []):
        yield from request["customExtensionHandlerInstances"]


def waiting(token):
    return [run for run in runs(token) if run["status"] == RunStatus.SENT]


def answered(token):
    return [run for run in runs(token) if RunStatus(run["status"]) is RunStatus.RECEIVED]


def labels(token):
    return [LABELS[run["status"]] for run in runs(token)]


def known(token):
    return all(run["status"] in get_args(State) for run in runs(token))
