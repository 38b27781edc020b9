resource "msgraph_resource" "policy" {
  url = "identityGovernance/entitlementManagement/accessPackageAssignmentPolicies"
  body = {
    customExtensionHandlers = []
  }
}
