from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Job:
    name: str
    stage: str


def by_request(requests: Iterable[AccessPackageAssignmentRequest]):
    found = {}
    for request in requests:
        found[request.id] = request.custom_extension_handler_instances or []
    return found


def stages_of(requests: Iterable[AccessPackageAssignmentRequest], wanted: str) -> list[str]:
    return [str(run.stage) for run in by_request(requests)[wanted]]


def grouped(requests: Iterable[AccessPackageAssignmentRequest]) -> None:
    groups = defaultdict(list)
    for request in requests:
        for run in request.custom_extension_handler_instances or []:
            groups[run.custom_extension_id].append(run)
    for extension_id, runs in groups.items():
        print(extension_id, [str(run.stage) for run in runs])


def newest(requests: Iterable[AccessPackageAssignmentRequest]) -> list[str]:
    groups: dict[str, list] = {}
    for request in requests:
        for run in request.custom_extension_callout_instances or []:
            groups.setdefault(run.custom_extension_id or "", []).append(run)
    return [runs[-1].external_correlation_id for runs in groups.values()]


def indexed(request: AccessPackageAssignmentRequest, wanted: str) -> str:
    index = {run.external_correlation_id: run for run in request.custom_extension_handler_instances or []}
    run = index.get(wanted)
    return str(run.stage) if run else "-"


def with_jobs(request: AccessPackageAssignmentRequest, jobs: list[Job]) -> list[str]:
    by_name = {job.name: job for job in jobs}
    ids = [run.custom_extension_id or "" for run in request.custom_extension_callout_instances or []]
    return [by_name[extension_id].stage for extension_id in ids]
