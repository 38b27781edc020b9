from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, groupby, islice
from operator import attrgetter

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Job:
    stage: str


def flat(requests: Iterable[AccessPackageAssignmentRequest]) -> set[str]:
    runs = chain.from_iterable(request.custom_extension_callout_instances or [] for request in requests)
    return {str(run.stage) for run in runs}


def few(request: AccessPackageAssignmentRequest) -> list[str]:
    return [str(run.stage) for run in islice(request.custom_extension_callout_instances or [], 3)]


def grouped(request: AccessPackageAssignmentRequest) -> None:
    runs = sorted(request.custom_extension_callout_instances or [], key=attrgetter("custom_extension_id"))
    for extension_id, group in groupby(runs, key=attrgetter("custom_extension_id")):
        print(extension_id, *(run.stage for run in group))


def got(request: AccessPackageAssignmentRequest) -> list[str]:
    runs_of = attrgetter("custom_extension_callout_instances")
    return [str(run.stage) for run in runs_of(request) or []]


def copied(request: AccessPackageAssignmentRequest):
    run = copy.deepcopy((request.custom_extension_callout_instances or [])[0])
    run.stage = None
    return run


def shallow(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = copy.copy(request.custom_extension_callout_instances or [])
    return [run.custom_extension_id or "" for run in runs[:2]]


def jobs_by_stage(jobs: list[Job]) -> None:
    for stage, group in groupby(sorted(jobs, key=attrgetter("stage")), key=attrgetter("stage")):
        print(stage, [copy.copy(job).stage for job in islice(group, 3)])
