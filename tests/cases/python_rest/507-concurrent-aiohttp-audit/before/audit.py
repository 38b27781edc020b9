from __future__ import annotations

import asyncio
import json
import os
from typing import Any

import aiohttp

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


async def fetch(session: aiohttp.ClientSession, path: str, /, **query: str) -> dict[str, Any]:
    params = {"$" + name: value for name, value in query.items()}
    async with session.get(ROOT + path, params=params) as answer:
        answer.raise_for_status()
        return await answer.json()


async def runs(session: aiohttp.ClientSession, request_id: str) -> list[dict[str, Any]]:
    request = await fetch(session, f"/accessPackageAssignmentRequests/{request_id}", expand="customExtensionHandlerInstances")
    return request["customExtensionHandlerInstances"]


async def hooks(session: aiohttp.ClientSession, policy_id: str) -> list[dict[str, Any]]:
    policy = await fetch(session, f"/accessPackageAssignmentPolicies/{policy_id}", expand="customExtensionHandlers")
    return policy["customExtensionHandlers"]


async def extensions(session: aiohttp.ClientSession, catalog_id: str) -> list[str]:
    answer = await fetch(session, f"/accessPackageCatalogs/{catalog_id}/customAccessPackageWorkflowExtensions", select="id,displayName")
    return [extension["displayName"] for extension in answer["value"]]


def anonymous(run: dict[str, Any]) -> dict[str, Any]:
    run.pop("stage", None)
    run.pop("externalCorrelationId", None)
    return run


async def audit(request_ids: list[str], policy_id: str, catalog_id: str) -> dict[str, Any]:
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer " + os.environ["TOKEN"]}) as session:
        found = await asyncio.gather(*(runs(session, request_id) for request_id in request_ids))
        moments = sorted({hook["stage"] for hook in await hooks(session, policy_id)})
        names = await extensions(session, catalog_id)
    for batch in found:
        for run in batch:
            if run["stage"] is None:
                del run["stage"]
            else:
                run["stage"] = moments.index(run["stage"])
    return {"runs": [anonymous(run) for batch in found for run in batch], "moments": moments, "extensions": names}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(audit(["r1", "r2"], "p1", "c1")), indent=2))
