"""Relatives: queues, spreads, dispatch, literals."""
from __future__ import annotations

import asyncio
import functools
from cachetools import TTLCache
from typing import Any, Literal, get_args

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest as Req

Old = Literal["requestSent"]
STATES: tuple[str, ...] = get_args(Old)


async def produce(requests: list[Req], jobs: asyncio.Queue[Any]) -> None:
    for request in requests:
        for run in request.custom_extension_handler_instances or []:
            await jobs.put(run)
    jobs.put_nowait(None)


async def consume(jobs: asyncio.Queue[Any]) -> None:
    while (run := await jobs.get()) is not None:
        print(run.stage)


async def main(requests: list[Req]) -> None:
    jobs: asyncio.Queue[Any] = asyncio.Queue(maxsize=10)
    await asyncio.gather(produce(requests, jobs), consume(jobs))


_seen = TTLCache(maxsize=100, ttl=60)


def remember(request: Req) -> None:
    for run in request.custom_extension_handler_instances or []:
        _seen[run.external_correlation_id] = run


def recall(key: str) -> str:
    return _seen[key].stage


@functools.singledispatch
def text(item) -> str:
    return "?"


@text.register
def _(item: int) -> str:
    return str(item)


@text.register(Req)
def _(item) -> str:
    return text(len(item.custom_extension_handler_instances))
