$request = Invoke-MgGraphRequest -Uri "beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests/$id`?`$expand=customExtensionHandlerInstances"
$request.customExtensionHandlerInstances | Where-Object status -eq 'requestSent' | Select-Object stage
