import requests

BETA = "https://graph.microsoft.com/beta"
ELM = "/identityGovernance/entitlementManagement"


def extension_batch(catalog_ids):
    return {
        "requests": [
            {
                "id": catalog_id,
                "method": "GET",
                "url": f"{ELM}/accessPackageCatalogs/{catalog_id}/customAccessPackageWorkflowExtensions?$select=id",
            }
            for catalog_id in catalog_ids
        ]
    }


def send(catalog_ids, token):
    return requests.post(
        f"{BETA}/$batch",
        json=extension_batch(catalog_ids),
        headers={"Authorization": f"Bearer {token}"},
        timeout=60,
    ).json()["responses"]


def policies(session, first, second):
    batch = {
        "requests": [
            {"id": "1", "method": "GET", "url": ELM + "/accessPackageAssignmentPolicies/" + first + "?$expand=customExtensionHandlers"},
            {"id": "2", "method": "GET", "url": "%s/accessPackageAssignmentPolicies/%s/customExtensionHandlers" % (ELM, second)},
        ]
    }
    return session.post(f"{BETA}/$batch", json=batch).json()
