import sys

import httpx

CATALOG = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs/{}"
QUERY = {"$expand": "accessPackageCustomWorkflowExtensions"}

if __name__ == "__main__":
    found = httpx.get(CATALOG.format(sys.argv[1]), params=QUERY).json()
    for entry in found["accessPackageCustomWorkflowExtensions"]:
        print(entry["id"], entry["displayName"])
