from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Job:
    stage: str


class View:
    def __init__(self, request: AccessPackageAssignmentRequest) -> None:
        self.runs = request.custom_extension_handler_instances or []

    @property
    def newest(self):
        return self.runs[-1]


class StageView(View):
    def lines(self) -> list[str]:
        return [str(run.stage) for run in self.runs]

    def headline(self) -> str:
        return str(self.newest.stage)


class IdView:
    def __init__(self, entries: list) -> None:
        self.entries = entries

    @classmethod
    def of(cls, request: AccessPackageAssignmentRequest) -> IdView:
        return cls(request.custom_extension_callout_instances or [])

    @cached_property
    def ids(self) -> set[str]:
        return {entry.custom_extension_id or "" for entry in self.entries}


class Tools:
    @staticmethod
    def first(request: AccessPackageAssignmentRequest):
        return next(iter(request.custom_extension_handler_instances or []), None)

    @classmethod
    def first_stage(cls, request: AccessPackageAssignmentRequest) -> str | None:
        run = cls.first(request)
        return str(run.stage) if run else None


class JobView:
    def __init__(self, jobs: list[Job]) -> None:
        self.runs = jobs

    def lines(self) -> list[str]:
        return [run.stage for run in self.runs]
