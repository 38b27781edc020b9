"""Create the extensions of a catalog and hook them into a policy.

usage: provision.py CATALOG POLICY SPEC
"""
from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


class Client:
    def __init__(self, root: str, token: str) -> None:
        self.root = root
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})

    def _send(self, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = self.session.request(method, self.root + path, json=body, timeout=30)
        answer.raise_for_status()
        return answer.json() if answer.content else {}

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._send("POST", path, body)

    def patch(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._send("PATCH", path, body)


def create_extension(client: Client, catalog: str, spec: dict[str, str]) -> str:
    body = {
        "displayName": spec["name"],
        "description": spec.get("description", ""),
        "endpointConfiguration": {
            "@odata.type": "#microsoft.graph.logicAppTriggerEndpointConfiguration",
            "subscriptionId": spec["subscription"],
            "resourceGroupName": spec["group"],
            "logicAppWorkflowName": spec["workflow"],
        },
    }
    return client.post(f"/accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions", body)["id"]


def hook(client: Client, catalog: str, policy: str, moments: dict[str, str]) -> None:
    client.patch(
        f"/accessPackageAssignmentPolicies/{policy}",
        {
            "customExtensionHandlers": [
                {
                    "stage": moment,
                    "customExtension@odata.bind": f"{ELM}/accessPackageCatalogs('{catalog}')/customAccessPackageWorkflowExtensions('{extension}')",
                }
                for moment, extension in moments.items()
            ],
        },
    )


def unhook(client: Client, policy: str) -> None:
    client.patch("/accessPackageAssignmentPolicies/" + policy, {"customExtensionHandlers": []})


def main(catalog: str, policy: str, spec: str) -> None:
    client = Client(ELM, os.environ["GRAPH_TOKEN"])
    unhook(client, policy)
    moments = {}
    for entry in json.loads(Path(spec).read_text(encoding="utf-8")):
        moments[entry["stage"]] = create_extension(client, catalog, entry)
    hook(client, catalog, policy, moments)


if __name__ == "__main__":
    main(*sys.argv[1:])
