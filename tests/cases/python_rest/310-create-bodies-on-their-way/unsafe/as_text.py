CATALOGS = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs/"


def create(http, catalog_id):
    return http.post(
        CATALOGS + catalog_id + "/accessPackageCustomWorkflowExtensions",
        data='{"@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "displayName": "Ticket", "description": null}',
        headers={"Content-Type": "application/json"},
    )
