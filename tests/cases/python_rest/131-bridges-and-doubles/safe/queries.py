from urllib.parse import urlencode

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"

POLICIES = f"{ELM}/accessPackageAssignmentPolicies?$expand=accessPackage,customExtensionStageSettings($expand=customExtension)"
REQUESTS = ELM + "/accessPackageAssignmentRequests?" + urlencode({"$expand": "customExtensionCalloutInstances($select=status)"})
