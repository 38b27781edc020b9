"""Shared by the scripts beside it."""
import os

import requests

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
HEADERS = {"Authorization": "Bearer " + os.environ.get("TOKEN", "")}


def get(path):
    answer = requests.get(ROOT + path, headers=HEADERS, timeout=30)
    answer.raise_for_status()
    return answer.json()


def pages(path):
    page = get(path)
    while True:
        yield from page["value"]
        if "@odata.nextLink" not in page:
            return
        page = requests.get(page["@odata.nextLink"], headers=HEADERS, timeout=30).json()
