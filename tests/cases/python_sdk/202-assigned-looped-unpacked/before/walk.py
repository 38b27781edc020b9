from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Job:
    stage: str


def chained(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = found = request.custom_extension_handler_instances or []
    print(len(runs))
    return [str(entry.stage) for entry in found]


def ends(request: AccessPackageAssignmentRequest) -> str:
    first, *_, last = request.custom_extension_handler_instances or []
    return f"{first.custom_extension_id} {last.stage}"


def searched(request: AccessPackageAssignmentRequest) -> str | None:
    for run in request.custom_extension_handler_instances or []:
        if run.external_correlation_id:
            break
    else:
        return None
    return run.custom_extension_id


def emptied(request: AccessPackageAssignmentRequest) -> None:
    todo = list(request.custom_extension_handler_instances or [])
    while todo:
        run = todo.pop()
        print(run.stage)


def head(request: AccessPackageAssignmentRequest) -> str:
    if not (runs := request.custom_extension_handler_instances):
        return "-"
    return runs[0].custom_extension_id or ""


def replaced(request: AccessPackageAssignmentRequest, job: Job) -> str:
    entry = (request.custom_extension_handler_instances or [None])[0]
    print(entry)
    entry = job
    return entry.stage


def meeting(request: AccessPackageAssignmentRequest, job: Job) -> str:
    entry = job
    for run in request.custom_extension_handler_instances or []:
        entry = run
    return str(entry.stage)


def two_loops(request: AccessPackageAssignmentRequest, jobs: list[Job]) -> list[str]:
    lines = [item.external_correlation_id or "" for item in request.custom_extension_handler_instances or []]
    for item in jobs:
        lines.append(item.stage)
    return lines
