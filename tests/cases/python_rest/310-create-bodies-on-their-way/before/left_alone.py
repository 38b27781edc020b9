CATALOGS = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs"


def change(http, catalog_id, extension_id):
    url = f"{CATALOGS}/{catalog_id}/customAccessPackageWorkflowExtensions/{extension_id}"
    return http.patch(url, json={"description": "moved"}), http.put(url, json={"displayName": "Moved"})


def create(http, catalog_id, body):
    return http.post(f"{CATALOGS}/{catalog_id}/customAccessPackageWorkflowExtensions", json=body)


def hook(http, policy_id, body):
    return http.post(f"{CATALOGS}/../accessPackageAssignmentPolicies/{policy_id}", json={"displayName": "P"})
