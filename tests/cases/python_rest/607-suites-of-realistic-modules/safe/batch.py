"""$batch by hand and JSON in strings."""
import json
import requests

BATCH = "https://graph.microsoft.com/beta/$batch"
PATHS = [
    "/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies/{0}?$expand=customExtensionStageSettings",
    "/identityGovernance/entitlementManagement/accessPackageAssignmentRequests/{0}?$expand=customExtensionHandlerInstances",
]


def batch(ids, token):
    body = {"requests": [{"id": str(n), "method": "GET", "url": path.format(id)} for id in ids for n, path in enumerate(PATHS)]}
    answer = requests.post(BATCH, json=body, headers={"Authorization": token})
    for response in answer.json()["responses"]:
        item = response["body"]
        if "customExtensionStageSettings" in item:
            print([hook["stage"] for hook in item["customExtensionStageSettings"]])
        else:
            print([run["stage"] for run in item["customExtensionHandlerInstances"]])


SAMPLE = json.loads('{"customExtensionHandlerInstances": [{"customExtensionId": "a", "stage": "assignmentRequestCreated"}]}')


def sample():
    return SAMPLE["customExtensionHandlerInstances"][0]["customExtensionId"]
