from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Job:
    stage: str
    status: str = "requestSent"


def kind(thing: object) -> str:
    match thing:
        case Job(stage="done"):
            return "over"
        case Job(status="requestReceived") as job:
            return job.stage
        case [Job(stage=stage), *_]:
            return stage
    return "?"


def size(request: AccessPackageAssignmentRequest) -> str:
    match request.custom_extension_callout_instances or []:
        case []:
            return "none"
        case [run]:
            return run.custom_extension_id or ""
        case [first, *rest]:
            return f"{first.custom_extension_id} and {len(rest)} more"
    return "?"


def first_stage(request: AccessPackageAssignmentRequest) -> str:
    match request.custom_extension_handler_instances:
        case [run, *_]:
            return str(run.stage)
    return "-"
