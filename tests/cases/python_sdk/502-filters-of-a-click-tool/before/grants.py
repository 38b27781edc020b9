"""epm grants: requests that called a flow when access was granted."""

import asyncio

import click
from azure.identity.aio import AzureCliCredential
from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_requests.access_package_assignment_requests_request_builder import (
    AccessPackageAssignmentRequestsRequestBuilder,
)


@click.command()
@click.argument("state", default="Delivered")
def grants(state: str) -> None:
    async def run() -> None:
        query = AccessPackageAssignmentRequestsRequestBuilder.AccessPackageAssignmentRequestsRequestBuilderGetQueryParameters(
            filter="customExtensionHandlerInstances/any(i: i/stage eq 'assignmentRequestGranted')",
        )
        async with AzureCliCredential() as credential:
            requests = GraphServiceClient(credential).identity_governance.entitlement_management.access_package_assignment_requests
            page = await requests.get(RequestConfiguration(query_parameters=query))
        for request in (page.value if page else None) or []:
            if request.request_state == state:
                click.echo([call.custom_extension_id for call in request.custom_extension_handler_instances or []])

    asyncio.run(run())
