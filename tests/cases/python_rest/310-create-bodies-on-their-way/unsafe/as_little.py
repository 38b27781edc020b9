CATALOGS = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs"


def stub(http, catalog_id):
    return http.request("POST", f"{CATALOGS}/{catalog_id}/accessPackageCustomWorkflowExtensions", json={"@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension"})


def called(http, catalog_id, name):
    url = f"{CATALOGS}/{catalog_id}/accessPackageCustomWorkflowExtensions"
    return http.post(url, json=dict(displayName=name))
