from __future__ import annotations

from typing import TypedDict


class Run(TypedDict, total=False):
    customExtensionId: str
    externalCorrelationId: str
    status: str


class Request(TypedDict, total=False):
    id: str
    customExtensionCalloutInstances: list[Run]


class Policy(TypedDict):
    id: str
    customExtensionStageSettings: list[dict[str, str]]


class Cache:
    def __init__(self) -> None:
        self.items: dict[str, list[dict[str, str]]] = {}

    def get(self, key: str) -> list[dict[str, str]]:
        return self.items[key]
