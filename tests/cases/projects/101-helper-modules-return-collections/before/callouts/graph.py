"""The one place that talks HTTP."""

import os
from typing import Any

import requests

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def get(path: str) -> dict[str, Any]:
    answer = requests.get(ROOT + path, headers={"Authorization": "Bearer " + os.environ["TOKEN"]}, timeout=30)
    answer.raise_for_status()
    return answer.json()
