"""Async generators, aiter/anext, async comprehension, async context, semaphores, wait_for."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import TypeVar

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

T = TypeVar("T")
U = TypeVar("U")


async def amap(function: Callable[[T], Awaitable[U]], items: AsyncIterable[T]) -> AsyncIterator[U]:
    async for item in items:
        yield await function(item)


async def bounded(limit: int, *work: Awaitable[T]) -> list[T]:
    semaphore = asyncio.Semaphore(limit)

    async def one(task: Awaitable[T]) -> T:
        async with semaphore:
            return await asyncio.wait_for(task, 10)

    return await asyncio.gather(*(one(task) for task in work))


async def runs(client: GraphServiceClient, id: str) -> list[CustomExtensionCalloutInstance]:
    requests = client.identity_governance.entitlement_management.access_package_assignment_requests
    request = await requests.by_access_package_assignment_request_id(id).get()
    return (request.custom_extension_callout_instances if request else None) or []


async def many(client: GraphServiceClient, ids: list[str]) -> None:
    for found in await bounded(3, *(runs(client, id) for id in ids)):
        print([run.stage for run in found])


async def expanded(items: AsyncIterable[AccessPackageAssignmentRequest]) -> None:
    async def first(request: AccessPackageAssignmentRequest) -> CustomExtensionCalloutInstance:
        return (request.custom_extension_callout_instances or [])[0]

    async for run in amap(first, items):
        print(run.stage)
    head = await anext(aiter(amap(first, items)))
    print(head.stage)
