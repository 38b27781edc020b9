from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_requests.access_package_assignment_requests_request_builder import (
    AccessPackageAssignmentRequestsRequestBuilder,
)

Query = AccessPackageAssignmentRequestsRequestBuilder.AccessPackageAssignmentRequestsRequestBuilderGetQueryParameters

RECENT = Query(
    select=[
        "id",
        "customExtensionHandlerInstances",
        "customExtensionCalloutInstances",
    ],
    top=50,
)
