from __future__ import annotations

from collections.abc import Iterable, Mapping

import requests

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"
LABELS: Mapping[str, str] = {"requestSent": "waiting"}
OPEN = {"requestSent", "unknownFutureValue"}


def load(session: requests.Session) -> list[dict]:
    return session.get(URL, params={"$expand": "customExtensionHandlerInstances"}).json()["value"]


def runs(items: Iterable[dict]) -> list[dict]:
    return [run for item in items for run in item["customExtensionHandlerInstances"]]


def summary(session: requests.Session) -> dict[str, int]:
    found = runs(load(session))
    return {
        "plain": sum(run["status"] == "requestSent" for run in found),
        "reversed": sum("requestSent" == run.get("status") for run in found),
        "tuple": len([run for run in found if run["status"] in ("requestSent", "unknownFutureValue")]),
        "set": len([run for run in found if run["status"] in OPEN]),
        "filter": len(list(filter(lambda run: run["status"] == "requestSent", found))),
        "labels": len({LABELS.get(run["status"], "settled") for run in found}),
    }


def sign(run: dict) -> str:
    match run["status"]:
        case "requestSent":
            return ">"
        case None:
            return "?"
        case _:
            return "."


def signs(session: requests.Session) -> str:
    return "".join(sign(run) for run in runs(load(session)))
