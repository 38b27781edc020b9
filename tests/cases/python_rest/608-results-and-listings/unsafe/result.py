"""A Result type of one's own with map, and NewType over a mapping; chained generics."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, NewType, TypeVar

import httpx

T = TypeVar("T")
U = TypeVar("U")
Json = NewType("Json", dict[str, Any])
EM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


@dataclass(frozen=True)
class Result(Generic[T]):
    value: T | None = None
    error: Exception | None = None

    def map(self, function: Callable[[T], U]) -> Result[U]:
        return Result(function(self.value)) if self.value is not None else Result(error=self.error)

    def unwrap(self) -> T:
        if self.value is None:
            raise RuntimeError from self.error
        return self.value


def get(path: str) -> Result[Json]:
    try:
        return Result(Json(httpx.get(EM + path).json()))
    except httpx.HTTPError as error:
        return Result(error=error)


def runs(id: str) -> Result[list[Json]]:
    found = get(f"/accessPackageAssignmentRequests/{id}?$expand=customExtensionCalloutInstances")
    return found.map(lambda body: body["customExtensionCalloutInstances"])


def stages(id: str) -> list[str]:
    return [run["stage"] for run in runs(id).unwrap()]
