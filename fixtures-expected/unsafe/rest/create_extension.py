"""Register a Logic App as custom extension of a catalog."""

import os
import sys

import requests

CATALOGS = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs"


def create(catalog: str, name: str, workflow: str) -> str:
    answer = requests.post(
        f"{CATALOGS}/{catalog}/accessPackageCustomWorkflowExtensions",
        headers={"Authorization": "Bearer " + os.environ["GRAPH_TOKEN"]},
        json={
            "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension",
            "displayName": name,
            "endpointConfiguration": {
                "@odata.type": "#microsoft.graph.logicAppTriggerEndpointConfiguration",
                "logicAppWorkflowName": workflow,
            },
        },
        timeout=30,
    )
    answer.raise_for_status()
    return answer.json()["id"]


if __name__ == "__main__":
    print(create(*sys.argv[1:4]))
