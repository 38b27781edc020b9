ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
SUBMITTED = ELM + "/accessPackageAssignmentRequests?$filter=requestState eq 'Submitted'&$expand=customExtensionCalloutInstances"
POLICIES = ELM + "/accessPackageAssignmentPolicies?$expand=customExtensionStageSettings"
