from __future__ import annotations

import json
import os
from typing import Any

import requests
from contoso_audit import enrich, flatten

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def fetch(session: requests.Session) -> list[dict[str, Any]]:
    return session.get(URL, params={"$expand": "customExtensionHandlerInstances"}).json()["value"]


def flattened(session: requests.Session) -> list[str]:
    rows = flatten(fetch(session), into="customExtensionId")
    return [row["stage"] for row in rows if row["status"] != "requestSent"]


def enriched(session: requests.Session) -> int:
    total = 0
    for request in fetch(session):
        for row in enrich(request["customExtensionHandlerInstances"]):
            total += row["stage"] == "production" and row["status"] == "requestReceived"
    return total


def handle(event: Any) -> str:
    return "skipped" if event["status"] == "requestReceived" else event["stage"]


def cached(name: str) -> str:
    with open(os.path.join(os.environ["CACHE"], name)) as stream:
        return json.load(stream)["stage"]
