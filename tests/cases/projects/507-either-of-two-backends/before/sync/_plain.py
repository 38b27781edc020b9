import json
import urllib.request

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests/%s?$expand=customExtensionHandlerInstances"


async def load(key):
    with urllib.request.urlopen(URL % key) as answer:
        return json.load(answer)["customExtensionHandlerInstances"]
