from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_requests.access_package_assignment_requests_request_builder import (
    AccessPackageAssignmentRequestsRequestBuilder as Requests,
)


async def stages(client: GraphServiceClient) -> list[object]:
    query = Requests.AccessPackageAssignmentRequestsRequestBuilderGetQueryParameters()
    query.expand = ["accessPackage", "customExtensionCalloutInstances"]
    page = await client.identity_governance.entitlement_management.access_package_assignment_requests.get(
        request_configuration=RequestConfiguration(query_parameters=query)
    )
    return [
        run.stage
        for request in (page.value if page and page.value else [])
        for run in request.custom_extension_callout_instances or []
    ]
