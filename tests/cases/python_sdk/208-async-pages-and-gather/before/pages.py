from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


async def all_requests(client: GraphServiceClient) -> AsyncIterator[AccessPackageAssignmentRequest]:
    builder = client.identity_governance.entitlement_management.access_package_assignment_requests
    page = await builder.get()
    while page is not None:
        for request in page.value or []:
            yield request
        page = await builder.with_url(page.odata_next_link).get() if page.odata_next_link else None


async def stages(client: GraphServiceClient) -> set[str]:
    return {
        str(run.stage)
        async for request in all_requests(client)
        for run in request.custom_extension_handler_instances or []
    }


async def extension_ids(client: GraphServiceClient) -> list[str]:
    found = []
    async for request in all_requests(client):
        found += [run.custom_extension_id or "" for run in request.custom_extension_handler_instances or []]
    return found


async def load(client: GraphServiceClient, request_id: str):
    requests = client.identity_governance.entitlement_management.access_package_assignment_requests
    request = await requests.by_access_package_assignment_request_id(request_id).get()
    return (request.custom_extension_handler_instances if request else None) or []


async def several(client: GraphServiceClient, ids: list[str]) -> None:
    for runs in await asyncio.gather(*(load(client, request_id) for request_id in ids)):
        for run in runs:
            print(run.stage)


async def hook_stages(client: GraphServiceClient, policy_id: str) -> list[str]:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    page = await policies.by_access_package_assignment_policy_id(policy_id).custom_extension_handlers.get()
    return [str(hook.stage) for hook in (page.value if page else None) or []]
