param catalogId string
var extensions = 'https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs/${catalogId}/customAccessPackageWorkflowExtensions'
output url string = extensions
