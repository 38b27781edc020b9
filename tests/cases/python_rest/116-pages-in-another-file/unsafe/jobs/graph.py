from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def pages(session: requests.Session, url: str) -> Iterator[dict[str, Any]]:
    while url:
        page = session.get(url, timeout=60).json()
        for item in page["value"]:
            yield item
        url = page.get("@odata.nextLink")


def assignment_requests(session: requests.Session) -> Iterator[dict[str, Any]]:
    return pages(session, f"{ELM}/accessPackageAssignmentRequests?$expand=customExtensionCalloutInstances&$top=200")


def policies(session: requests.Session) -> Iterator[dict[str, Any]]:
    return pages(session, f"{ELM}/accessPackageAssignmentPolicies?$expand=customExtensionStageSettings($expand=customExtension)")
