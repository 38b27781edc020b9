from __future__ import annotations

from typing import Any, TypedDict

from typing_extensions import NotRequired, ReadOnly, Required


class Request(TypedDict, total=False):
    id: Required[str]
    requestState: str
    customExtensionHandlerInstances: list[dict[str, Any]]


class Policy(TypedDict):
    id: ReadOnly[str]
    customExtensionStageSettings: NotRequired[list[dict[str, Any]]]
