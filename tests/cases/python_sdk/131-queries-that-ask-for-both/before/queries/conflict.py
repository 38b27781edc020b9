from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_policies.access_package_assignment_policies_request_builder import (
    AccessPackageAssignmentPoliciesRequestBuilder,
)

Query = AccessPackageAssignmentPoliciesRequestBuilder.AccessPackageAssignmentPoliciesRequestBuilderGetQueryParameters

CONFLICT = Query(expand=["customExtensionHandlers($select=id)", "customExtensionStageSettings($expand=customExtension)"])
