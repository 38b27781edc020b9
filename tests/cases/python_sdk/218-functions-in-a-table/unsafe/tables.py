from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Job:
    name: str
    stage: str


RUN_COLUMNS = {
    "id": lambda run: run.custom_extension_id or "",
    "where": lambda run: str(run.stage),
}
JOB_COLUMNS = {
    "id": lambda job: job.name,
    "where": lambda job: job.stage,
}


def run_table(request: AccessPackageAssignmentRequest) -> list[list[str]]:
    return [[column(run) for column in RUN_COLUMNS.values()] for run in request.custom_extension_callout_instances or []]


def job_table(jobs: list[Job]) -> list[list[str]]:
    return [[column(job) for column in JOB_COLUMNS.values()] for job in jobs]


def correlations(request: AccessPackageAssignmentRequest) -> set[str]:
    return {run.external_correlation_id or "" for run in request.custom_extension_callout_instances or []}
