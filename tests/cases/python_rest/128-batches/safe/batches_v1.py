import requests


def extensions(session: requests.Session, catalog_id: str):
    batch = {
        "requests": [
            {
                "id": "1",
                "method": "GET",
                "url": f"/identityGovernance/entitlementManagement/catalogs/{catalog_id}/customWorkflowExtensions",
            }
        ]
    }
    return session.post("https://graph.microsoft.com/v1.0/$batch", json=batch).json()["responses"][0]["body"]
