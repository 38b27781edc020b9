"""Protocol-typed services injected by a container, dataclass transform and slots."""
from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, Self, TypeGuard, overload

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


class Runs(Protocol):
    def runs(self, id: str) -> Sequence[CustomExtensionHandlerInstance]: ...


@dataclasses.dataclass(slots=True)
class InMemory:
    requests: dict[str, AccessPackageAssignmentRequest]

    def runs(self, id: str) -> Sequence[CustomExtensionHandlerInstance]:
        return self.requests[id].custom_extension_handler_instances or ()

    def with_request(self, request: AccessPackageAssignmentRequest) -> Self:
        return dataclasses.replace(self, requests=self.requests | {str(request.id): request})


class Report:
    def __init__(self, source: Runs) -> None:
        self.source = source
        self._lines: list[str] = []

    def add(self, id: str) -> Self:
        for run in self.source.runs(id):
            self._lines.append(f"{run.stage}")
        return self

    @property
    def lines(self) -> list[str]:
        return self._lines


def is_run(value: Any) -> TypeGuard[CustomExtensionHandlerInstance]:
    return hasattr(value, "custom_extension_id")


def from_anything(value: Any) -> str:
    if is_run(value):
        return str(value.stage)
    return ""


@overload
def one(runs: Sequence[CustomExtensionHandlerInstance], index: int) -> CustomExtensionHandlerInstance: ...
@overload
def one(runs: Mapping[str, CustomExtensionHandlerInstance], index: str) -> CustomExtensionHandlerInstance: ...
def one(runs, index):
    return runs[index]


def use(runs: Sequence[CustomExtensionHandlerInstance]) -> str:
    return str(one(runs, 0).stage)
