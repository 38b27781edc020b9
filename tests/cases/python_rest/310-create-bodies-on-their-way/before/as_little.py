CATALOGS = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs"


def stub(http, catalog_id):
    return http.request("POST", f"{CATALOGS}/{catalog_id}/accessPackageCustomWorkflowExtensions", json={})


def called(http, catalog_id, name):
    url = f"{CATALOGS}/{catalog_id}/customAccessPackageWorkflowExtensions"
    return http.post(url, json=dict(displayName=name))
