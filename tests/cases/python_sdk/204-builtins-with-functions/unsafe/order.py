from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Job:
    name: str
    stage: str


def rank(run) -> str:
    return str(run.stage)


def known(run) -> bool:
    return bool(run.custom_extension_id)


def place(job: Job) -> str:
    return job.stage


def ordered(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = sorted(request.custom_extension_callout_instances or [], key=rank)
    return [run.custom_extension_id or "" for run in runs]


def ids(request: AccessPackageAssignmentRequest) -> list[str]:
    return [run.custom_extension_id for run in filter(known, request.custom_extension_callout_instances or [])]


def newest(request: AccessPackageAssignmentRequest) -> str:
    run = max(request.custom_extension_callout_instances or [], key=attrgetter("external_correlation_id"))
    return str(run.stage)


def names(request: AccessPackageAssignmentRequest) -> list[str]:
    return [stage.name for stage in map(attrgetter("stage"), request.custom_extension_callout_instances or [])]


def paired(request: AccessPackageAssignmentRequest, notes: list[str]) -> list[str]:
    runs = request.custom_extension_callout_instances or []
    return [f"{number} {run.stage} {note}" for number, (run, note) in enumerate(zip(runs, notes))]


def jobs_in_order(jobs: list[Job]) -> list[str]:
    last = max(jobs, key=attrgetter("stage"))
    return [*map(attrgetter("stage"), sorted(jobs, key=place)), last.stage]
