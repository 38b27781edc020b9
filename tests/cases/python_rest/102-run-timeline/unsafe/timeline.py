"""Timeline of the extension runs of one access package request."""
from __future__ import annotations

import sys
from operator import itemgetter

import httpx

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
ORDER = (
    "assignmentRequestCreated",
    "assignmentRequestApproved",
    "assignmentRequestGranted",
    "assignmentRequestRemoved",
)


def load(client: httpx.Client, request_id: str) -> dict:
    answer = client.get(
        f"{ELM}/accessPackageAssignmentRequests/{request_id}",
        params={"$expand": "customExtensionCalloutInstances"},
    )
    answer.raise_for_status()
    return answer.json()


def timeline(request: dict) -> list[str]:
    runs = sorted(request["customExtensionCalloutInstances"], key=lambda run: ORDER.index(run["stage"]))
    return [f"{position}. {run['customExtensionId']}" for position, run in enumerate(runs, 1)]


def stages(request: dict) -> set[str]:
    return {run["stage"] for run in request["customExtensionCalloutInstances"] or []}


def newest(request: dict) -> str:
    runs = sorted(request["customExtensionCalloutInstances"], key=itemgetter("externalCorrelationId"), reverse=True)
    first, *_ = runs
    return first.get("stage") or "-"


if __name__ == "__main__":
    with httpx.Client(headers={"Authorization": f"Bearer {sys.argv[2]}"}) as http:
        found = load(http, sys.argv[1])
    print(*timeline(found), sep="\n")
    print(newest(found), len(stages(found)))
