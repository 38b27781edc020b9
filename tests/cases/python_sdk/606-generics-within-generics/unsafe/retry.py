"""Generic retry and cache helpers with PEP 612 decorators."""
from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

P = ParamSpec("P")
R = TypeVar("R")


def retry(function: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    @functools.wraps(function)
    async def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return await function(*args, **kwargs)

    return inner


async def attempt(make: Callable[[], Awaitable[R]], times: int = 3) -> R:
    for _ in range(times - 1):
        try:
            return await make()
        except OSError:
            continue
    return await make()


@retry
async def runs(client: GraphServiceClient, id: str) -> list[CustomExtensionCalloutInstance]:
    builder = client.identity_governance.entitlement_management.access_package_assignment_requests
    request = await builder.by_access_package_assignment_request_id(id).get()
    return request.custom_extension_callout_instances or []


async def stages(client: GraphServiceClient, id: str) -> list[str]:
    first = await attempt(lambda: runs(client, id))
    second = await attempt(functools.partial(runs, client, id))
    return [str(run.stage) for run in first] + [str(run.stage) for run in second]
