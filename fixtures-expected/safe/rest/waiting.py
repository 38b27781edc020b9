"""List the assignment requests whose extensions have not answered."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def pages(session: requests.Session, path: str) -> Iterator[dict[str, Any]]:
    url: str | None = ELM + path
    while url:
        page = session.get(url, timeout=30).json()
        yield from page["value"]
        url = page.get("@odata.nextLink")


def waiting(session: requests.Session) -> Iterator[str]:
    for request in pages(session, "/accessPackageAssignmentRequests?$expand=customExtensionCalloutInstances"):
        runs = request.get("customExtensionCalloutInstances") or []
        if any(run["status"] == "calloutSent" for run in runs):
            yield request["id"]


if __name__ == "__main__":
    with requests.Session() as session:
        session.headers["Authorization"] = "Bearer " + os.environ["GRAPH_TOKEN"]
        print(*waiting(session), sep="\n")
