GRAPH = "https://graph.microsoft.com/beta"
CATALOG = GRAPH + "/identityGovernance/entitlementManagement/accessPackageCatalogs/b6ea9d68"
TICKETS = CATALOG + "/accessPackageCustomWorkflowExtensions"
REMINDERS = f"{CATALOG}/accessPackageCustomWorkflowExtensions?$select=id"
