from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

LAST = []


@dataclass
class Job:
    stage: str


def remember(request: AccessPackageAssignmentRequest) -> None:
    global LAST
    LAST = request.custom_extension_callout_instances or []


def show() -> None:
    for run in LAST:
        print(run.stage)


def show_jobs(jobs: list[Job]) -> None:
    LAST = jobs
    print(*(job.stage for job in LAST))


def newest(request: AccessPackageAssignmentRequest) -> str:
    last = None

    def keep(run) -> None:
        nonlocal last
        last = run

    for run in request.custom_extension_callout_instances or []:
        keep(run)
    return str(last.stage) if last else "-"


def printer(request: AccessPackageAssignmentRequest) -> Callable[[int], str]:
    runs = request.custom_extension_callout_instances or []
    return lambda position: str(runs[position].stage)


def counter(request: AccessPackageAssignmentRequest) -> Callable[[], int]:
    runs = request.custom_extension_callout_instances or []

    def count() -> int:
        return sum(bool(run.external_correlation_id) for run in runs)

    return count
