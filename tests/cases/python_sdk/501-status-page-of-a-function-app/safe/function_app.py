"""HTTP trigger behind the status page: the runs of one request as JSON."""

from __future__ import annotations

import json
import logging
from functools import lru_cache

import azure.functions as func
from azure.identity.aio import ManagedIdentityCredential
from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_requests.item.access_package_assignment_request_item_request_builder import (
    AccessPackageAssignmentRequestItemRequestBuilder as Item,
)

from labels import label_of

app = func.FunctionApp(http_auth_level=func.AuthLevel.FUNCTION)
log = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def graph() -> GraphServiceClient:
    return GraphServiceClient(ManagedIdentityCredential())


def with_runs() -> RequestConfiguration:
    query = Item.AccessPackageAssignmentRequestItemRequestBuilderGetQueryParameters(
        select=["id", "requestState"],
        expand=["accessPackage", "customExtensionCalloutInstances"],
    )
    return RequestConfiguration(query_parameters=query)


@app.route(route="requests/{request_id}/runs", methods=["GET"])
async def runs(req: func.HttpRequest) -> func.HttpResponse:
    requests = graph().identity_governance.entitlement_management.access_package_assignment_requests
    request = await requests.by_access_package_assignment_request_id(req.route_params["request_id"]).get(with_runs())
    if request is None:
        log.warning("no such request, so no customExtensionHandlerInstances either")
        return func.HttpResponse(status_code=404)
    rows = [
        {
            "extension": run.custom_extension_id,
            "correlation": run.external_correlation_id,
            "status": run.status.value if run.status else None,
            "label": label_of(run),
        }
        for run in request.custom_extension_callout_instances or []
    ]
    return func.HttpResponse(json.dumps(rows), mimetype="application/json")
