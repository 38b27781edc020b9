import asyncio
import os
from typing import Any

import aiohttp

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
POLICY_FIELDS = ["accessPackage", "customExtensionStageSettings($expand=customExtension)"]
HEADERS = {"Authorization": f"Bearer {os.environ.get('TOKEN', '')}", "ConsistencyLevel": "eventual"}


async def policies(session: aiohttp.ClientSession) -> list[dict[str, Any]]:
    params = [("$expand", ",".join(POLICY_FIELDS)), ("$top", "100")]
    async with session.get(f"{ELM}/accessPackageAssignmentPolicies", params=params) as answer:
        page = await answer.json()
    return page["value"]


async def busiest(session: aiohttp.ClientSession) -> dict[str, Any]:
    params = {
        "$select": "id,customExtensionCalloutInstances",
        "$orderby": "customExtensionCalloutInstances/$count desc",
        "$top": "1",
    }
    async with session.get(f"{ELM}/accessPackageAssignmentRequests", params=params) as answer:
        return (await answer.json())["value"][0]


async def catalogs(session: aiohttp.ClientSession) -> list[dict[str, Any]]:
    query = {"$expand": "accessPackages,accessPackageCustomWorkflowExtensions($select=id,displayName)"}
    async with session.get(f"{ELM}/accessPackageCatalogs", params=query) as answer:
        return (await answer.json())["value"]


async def main() -> None:
    async with aiohttp.ClientSession(headers=HEADERS) as session:
        found = await asyncio.gather(policies(session), catalogs(session))
        print(*map(len, found))
        print((await busiest(session))["id"])


if __name__ == "__main__":
    asyncio.run(main())
