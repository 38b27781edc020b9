from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Protocol

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


class Row(Protocol):
    stage: str


class RowSource(Protocol):
    def rows(self) -> list[Row]: ...


class RunSource(Protocol):
    def runs(self) -> list[CustomExtensionCalloutInstance]: ...

    @property
    def newest(self) -> CustomExtensionCalloutInstance | None: ...


class Base(ABC):
    @abstractmethod
    def walk(self) -> Iterator[CustomExtensionCalloutInstance]: ...

    def stages(self) -> list[str]:
        return [str(run.stage) for run in self.walk()]


class OneRequest(Base):
    def __init__(self, request: AccessPackageAssignmentRequest) -> None:
        self._request = request

    def walk(self) -> Iterator[CustomExtensionCalloutInstance]:
        yield from self._request.custom_extension_callout_instances or []


def stages(source: RunSource) -> list[str]:
    return [str(run.stage) for run in source.runs()]


def newest(source: RunSource) -> str:
    return str(source.newest.stage) if source.newest else "-"


def row_stages(source: RowSource) -> list[str]:
    return [row.stage for row in source.rows()]
