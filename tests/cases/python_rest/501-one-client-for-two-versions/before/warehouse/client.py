"""One session for both versions of the API."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import requests

HOST = "https://graph.microsoft.com"
BETA = f"{HOST}/beta/identityGovernance/entitlementManagement"
STABLE = f"{HOST}/v1.0/identityGovernance/entitlementManagement"


class Graph:
    def __init__(self, token: str) -> None:
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def pages(self, url: str) -> Iterator[dict[str, Any]]:
        while url:
            answer = self._session.get(url, timeout=60)
            answer.raise_for_status()
            page = answer.json()
            yield page
            url = page.get("@odata.nextLink", "")

    def items(self, url: str) -> Iterator[dict[str, Any]]:
        for page in self.pages(url):
            yield from page["value"]
