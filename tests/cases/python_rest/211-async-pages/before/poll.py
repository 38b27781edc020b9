from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
EXPAND = "?$expand=customExtensionHandlerInstances"


async def pages(session: aiohttp.ClientSession) -> AsyncIterator[dict[str, Any]]:
    url: str | None = f"{ELM}/accessPackageAssignmentRequests{EXPAND}&$top=100"
    while url:
        async with session.get(url) as answer:
            page = await answer.json()
        for request in page["value"]:
            yield request
        url = page.get("@odata.nextLink")


async def one(session: aiohttp.ClientSession, request_id: str) -> list[dict[str, Any]]:
    async with session.get(f"{ELM}/accessPackageAssignmentRequests/{request_id}{EXPAND}") as answer:
        request = await answer.json()
    return request["customExtensionHandlerInstances"]


async def stages(session: aiohttp.ClientSession) -> list[str]:
    return [run["stage"] async for request in pages(session) for run in request["customExtensionHandlerInstances"]]


async def waiting(session: aiohttp.ClientSession) -> int:
    total = 0
    async for request in pages(session):
        total += sum(run["status"] == "requestSent" for run in request["customExtensionHandlerInstances"])
    return total


async def several(session: aiohttp.ClientSession, ids: list[str]) -> None:
    for runs in await asyncio.gather(*(one(session, request_id) for request_id in ids)):
        for run in runs:
            print(run["stage"])


async def builds(session: aiohttp.ClientSession) -> list[str]:
    async with session.get("https://ci.example.org/api/builds") as answer:
        return [build["stage"] for build in await answer.json() if build["status"] != "requestSent"]
