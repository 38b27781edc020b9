from __future__ import annotations

from typing import Any

import requests


class Graph:
    def __init__(self, token: str) -> None:
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def value(self, url: str) -> list[dict[str, Any]]:
        answer = self.session.get(url, timeout=30)
        answer.raise_for_status()
        return answer.json()["value"]
