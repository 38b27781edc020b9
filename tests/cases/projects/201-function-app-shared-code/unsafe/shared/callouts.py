from __future__ import annotations

from collections.abc import Iterator

import requests

from .graph import ELM


def waiting(http: requests.Session) -> Iterator[dict]:
    page = http.get(f"{ELM}/accessPackageAssignmentRequests?$expand=customExtensionCalloutInstances&$top=50").json()
    for request in page["value"]:
        for run in request["customExtensionCalloutInstances"]:
            if run["status"] == "calloutSent":
                yield run
