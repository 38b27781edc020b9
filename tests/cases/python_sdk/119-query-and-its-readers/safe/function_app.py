"""Timer function: writes the open runs of the last hour to the queue."""

from __future__ import annotations

import json
import logging

import azure.functions as func
from azure.identity.aio import DefaultAzureCredential
from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_policies.item.access_package_assignment_policy_item_request_builder import (
    AccessPackageAssignmentPolicyItemRequestBuilder,
)
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_requests.access_package_assignment_requests_request_builder import (
    AccessPackageAssignmentRequestsRequestBuilder,
)

app = func.FunctionApp()
RequestQuery = AccessPackageAssignmentRequestsRequestBuilder.AccessPackageAssignmentRequestsRequestBuilderGetQueryParameters
PolicyQuery = AccessPackageAssignmentPolicyItemRequestBuilder.AccessPackageAssignmentPolicyItemRequestBuilderGetQueryParameters


async def open_requests(client: GraphServiceClient):
    query = RequestQuery(expand=["requestor", "customExtensionHandlerInstances"], top=100)
    page = await client.identity_governance.entitlement_management.access_package_assignment_requests.get(
        RequestConfiguration(query_parameters=query)
    )
    return (page.value if page else None) or []


async def hook_count(client: GraphServiceClient, policy_id: str) -> int:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    query = PolicyQuery(expand=["customExtensionStageSettings"])
    policy = await policies.by_access_package_assignment_policy_id(policy_id).get(RequestConfiguration(query_parameters=query))
    return len(policy.custom_extension_stage_settings or []) if policy else 0


@app.timer_trigger(schedule="0 0 * * * *", arg_name="timer")
@app.queue_output(arg_name="out", queue_name="runs", connection="AzureWebJobsStorage")
async def collect(timer: func.TimerRequest, out: func.Out[str]) -> None:
    async with DefaultAzureCredential() as credential:
        client = GraphServiceClient(credential)
        lines = []
        for request in await open_requests(client):
            for run in request.custom_extension_handler_instances or []:
                lines.append({"request": request.id, "stage": str(run.stage)})
        logging.info("%d hooks", await hook_count(client, "77aa"))
    out.set(json.dumps(lines))


@app.route(route="count")
async def count(req: func.HttpRequest) -> func.HttpResponse:
    async with DefaultAzureCredential() as credential:
        found = await open_requests(GraphServiceClient(credential))
        return func.HttpResponse(str(sum(len(request.custom_extension_handler_instances or []) for request in found)))
