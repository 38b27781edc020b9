from __future__ import annotations

import os

import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def session() -> requests.Session:
    http = requests.Session()
    http.headers["Authorization"] = "Bearer " + os.environ["TOKEN"]
    return http
