"""epm settled: requests with a run that is not waiting any more."""

import asyncio

import click
from azure.identity.aio import AzureCliCredential
from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_requests.access_package_assignment_requests_request_builder import (
    AccessPackageAssignmentRequestsRequestBuilder,
)

SETTLED = "customExtensionCalloutInstances/any(run:run/status ne 'calloutSent')"


async def settled_ids() -> list[str]:
    config = RequestConfiguration(
        query_parameters=AccessPackageAssignmentRequestsRequestBuilder.AccessPackageAssignmentRequestsRequestBuilderGetQueryParameters(
            filter=SETTLED, select=["id"]
        )
    )
    async with AzureCliCredential() as credential:
        requests = GraphServiceClient(credential).identity_governance.entitlement_management.access_package_assignment_requests
        page = await requests.get(config)
    return [request.id or "" for request in (page.value or [] if page else [])]


@click.command()
def settled() -> None:
    click.echo("\n".join(asyncio.run(settled_ids())))
