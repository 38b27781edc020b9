from __future__ import annotations

from collections.abc import Iterable, Mapping

import requests

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"
LABELS: Mapping[str, str] = {"calloutSent": "waiting"}
OPEN = {"calloutSent", "unknownFutureValue"}


def load(session: requests.Session) -> list[dict]:
    return session.get(URL, params={"$expand": "customExtensionCalloutInstances"}).json()["value"]


def runs(items: Iterable[dict]) -> list[dict]:
    return [run for item in items for run in item["customExtensionCalloutInstances"]]


def summary(session: requests.Session) -> dict[str, int]:
    found = runs(load(session))
    return {
        "plain": sum(run["status"] == "calloutSent" for run in found),
        "reversed": sum("calloutSent" == run.get("status") for run in found),
        "tuple": len([run for run in found if run["status"] in ("calloutSent", "unknownFutureValue")]),
        "set": len([run for run in found if run["status"] in OPEN]),
        "filter": len(list(filter(lambda run: run["status"] == "calloutSent", found))),
        "labels": len({LABELS.get(run["status"], "settled") for run in found}),
    }


def sign(run: dict) -> str:
    match run["status"]:
        case "calloutSent":
            return ">"
        case None:
            return "?"
        case _:
            return "."


def signs(session: requests.Session) -> str:
    return "".join(sign(run) for run in runs(load(session)))
