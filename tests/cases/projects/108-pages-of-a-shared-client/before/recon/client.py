from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import requests

ROOT = "https://graph.microsoft.com/beta"


def pages(path: str) -> Iterator[dict[str, Any]]:
    headers = {"Authorization": "Bearer " + os.environ["TOKEN"]}
    page = requests.get(ROOT + path, headers=headers, timeout=30).json()
    yield from page["value"]
    while "@odata.nextLink" in page:
        page = requests.get(page["@odata.nextLink"], headers=headers, timeout=30).json()
        yield from page["value"]
