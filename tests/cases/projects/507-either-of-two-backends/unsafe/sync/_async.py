import httpx

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests/"


async def load(key):
    async with httpx.AsyncClient() as client:
        answer = await client.get(URL + key + "?$expand=customExtensionCalloutInstances")
    return answer.json()["customExtensionCalloutInstances"]
