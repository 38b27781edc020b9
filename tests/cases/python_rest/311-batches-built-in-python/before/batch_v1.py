"""Creates the extensions of a catalog in one round trip."""
import requests

BATCH = "https://graph.microsoft.com/v1.0/$batch"


def create(http: requests.Session, catalog_id: str) -> list[int]:
    steps = {
        "requests": [
            {
                "id": "1",
                "method": "POST",
                "url": f"/identityGovernance/entitlementManagement/catalogs/{catalog_id}/customAccessPackageWorkflowExtensions",
                "headers": {"Content-Type": "application/json"},
                "body": {
                    "displayName": "Ticket",
                    "endpointConfiguration": {"@odata.type": "#microsoft.graph.logicAppTriggerEndpointConfiguration"},
                },
            },
        ]
    }
    return [answer["status"] for answer in http.post(BATCH, json=steps).json()["responses"]]
