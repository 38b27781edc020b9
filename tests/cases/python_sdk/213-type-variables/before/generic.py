from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

T = TypeVar("T")


@dataclass
class Job:
    stage: str


def first(items: Sequence[T]) -> T | None:
    return items[0] if items else None


def kept(items: Iterable[T], wanted: Callable[[T], bool]) -> list[T]:
    return [item for item in items if wanted(item)]


class Page(Generic[T]):
    def __init__(self, items: list[T]) -> None:
        self.items = items

    def last(self) -> T:
        return self.items[-1]


def of_request(request: AccessPackageAssignmentRequest) -> str:
    run = first(request.custom_extension_handler_instances or [])
    return str(run.stage) if run else "-"


def known(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = kept(request.custom_extension_handler_instances or [], lambda run: run.custom_extension_id is not None)
    return [str(run.stage) for run in runs]


def last_stage(request: AccessPackageAssignmentRequest) -> str:
    page = Page(request.custom_extension_handler_instances or [])
    return str(page.last().stage)


def of_policy(policy: AccessPackageAssignmentPolicy) -> str:
    hook = first(policy.custom_extension_handlers or [])
    return str(hook.stage) if hook else "-"


def of_jobs(jobs: list[Job]) -> list[str]:
    job = first(jobs)
    return [other.stage for other in kept(jobs, lambda other: other is not job)] + ([job.stage] if job else [])
