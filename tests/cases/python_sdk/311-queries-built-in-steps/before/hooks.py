from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_policies.access_package_assignment_policies_request_builder import (
    AccessPackageAssignmentPoliciesRequestBuilder as Policies,
)

ALWAYS = ["accessPackage"]


async def hooks(client: GraphServiceClient, slim: bool) -> int:
    query = Policies.AccessPackageAssignmentPoliciesRequestBuilderGetQueryParameters(
        expand=ALWAYS + ["customExtensionHandlers($select=id,stage;$expand=customExtension)"],
        select=["id", "displayName"],
    )
    if slim and query.select is not None:
        query.select.append("customExtensionHandlers")
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    page = await policies.get(request_configuration=RequestConfiguration(query_parameters=query))
    return sum(len(policy.custom_extension_handlers or []) for policy in (page.value if page else None) or [])
