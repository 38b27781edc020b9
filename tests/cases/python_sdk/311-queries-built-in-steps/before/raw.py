from msgraph_beta import GraphServiceClient

ONE = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests/{}?$expand=customExtensionHandlerInstances"


async def run_ids(client: GraphServiceClient, request_id: str) -> list[str | None]:
    requests = client.identity_governance.entitlement_management.access_package_assignment_requests
    request = await requests.by_access_package_assignment_request_id(request_id).with_url(ONE.format(request_id)).get()
    return [run.external_correlation_id for run in (request and request.custom_extension_handler_instances) or []]
