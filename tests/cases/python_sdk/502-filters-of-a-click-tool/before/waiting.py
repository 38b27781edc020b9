"""epm waiting: requests whose flow has not answered."""

import asyncio

import click
from azure.identity.aio import AzureCliCredential
from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_requests.access_package_assignment_requests_request_builder import (
    AccessPackageAssignmentRequestsRequestBuilder,
)


async def collect(top: int) -> dict[str, int]:
    query = AccessPackageAssignmentRequestsRequestBuilder.AccessPackageAssignmentRequestsRequestBuilderGetQueryParameters(
        expand=["customExtensionHandlerInstances"],
        filter="customExtensionHandlerInstances/any(i: i/status eq 'requestSent')",
        top=top,
    )
    async with AzureCliCredential() as credential:
        client = GraphServiceClient(credential)
        page = await client.identity_governance.entitlement_management.access_package_assignment_requests.get(
            request_configuration=RequestConfiguration(query_parameters=query)
        )
    found = page.value if page and page.value else []
    return {request.id or "?": len(request.custom_extension_handler_instances or []) for request in found}


@click.command()
@click.option("--top", type=int, default=50, show_default=True)
def waiting(top: int) -> None:
    """List the requests that wait, with the number of their runs."""
    for request_id, runs in asyncio.run(collect(top)).items():
        click.echo(f"{request_id}\t{runs}")


if __name__ == "__main__":
    waiting()
