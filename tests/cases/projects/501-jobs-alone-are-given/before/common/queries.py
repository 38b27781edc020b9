ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
SUBMITTED = ELM + "/accessPackageAssignmentRequests?$filter=requestState eq 'Submitted'&$expand=customExtensionHandlerInstances"
