from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Job:
    stage: str
    status: str = "requestSent"


def stages(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = getattr(request, "custom_extension_handler_instances", None) or []
    return [str(getattr(run, "stage", "-")) for run in runs]


def has_stage(request: AccessPackageAssignmentRequest) -> bool:
    return any(hasattr(run, "stage") for run in request.custom_extension_handler_instances or [])


def forget(request: AccessPackageAssignmentRequest) -> None:
    for run in request.custom_extension_handler_instances or []:
        setattr(run, "stage", None)


def waiting(request: AccessPackageAssignmentRequest) -> int:
    runs = getattr(request, "custom_extension_callout_instances", [])
    statuses = [getattr(run, "status", None) for run in runs]
    return sum(status is not None and status.value == "calloutSent" for status in statuses)


def ids(request: AccessPackageAssignmentRequest) -> list[str]:
    return [getattr(run, "custom_extension_id", "") for run in request.custom_extension_callout_instances or []]


def job_line(job: Job) -> str:
    if hasattr(job, "stage") and getattr(job, "status", "") != "requestReceived":
        setattr(job, "stage", "done")
    return getattr(job, "stage", "-")
