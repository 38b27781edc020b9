from typing import Any, Generic, TypedDict, TypeVar

import httpx
from pydantic import BaseModel

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
ItemT = TypeVar("ItemT")


class Run(TypedDict):
    customExtensionId: str
    externalCorrelationId: str
    stage: str


class Request(TypedDict):
    id: str
    customExtensionHandlerInstances: list[Run]


class Listed(TypedDict, Generic[ItemT]):
    value: list[ItemT]


class Box(BaseModel, Generic[ItemT]):
    item: ItemT


def listed(page: Listed[Request]) -> list[str]:
    return [run["stage"] for request in page["value"] for run in request["customExtensionHandlerInstances"]]


def boxed(box: Box[Run]) -> str:
    return box.item["stage"]


class Cache(Generic[ItemT]):
    def __init__(self) -> None:
        self._by_id: dict[str, ItemT] = {}

    def put(self, key: str, item: ItemT) -> None:
        self._by_id[key] = item

    def get(self, key: str) -> ItemT | None:
        return self._by_id.get(key)

    def values(self) -> list[ItemT]:
        return list(self._by_id.values())


def fill(client: httpx.Client) -> None:
    runs: Cache[dict[str, Any]] = Cache()
    names: Cache[str] = Cache()
    body = client.get(f"{ROOT}/accessPackageAssignmentRequests?$expand=customExtensionHandlerInstances").json()
    for request in body["value"]:
        for run in request["customExtensionHandlerInstances"]:
            runs.put(run["customExtensionId"], run)
            names.put(run["customExtensionId"], request["id"])
    for run in runs.values():
        print(run["stage"])
    for name in names.values():
        print(name)
