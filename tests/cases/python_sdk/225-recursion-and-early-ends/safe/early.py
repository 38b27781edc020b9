from __future__ import annotations

from dataclasses import dataclass, field

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Step:
    stage: str
    children: list[Step] = field(default_factory=list)


def lines(runs, depth: int = 0) -> list[str]:
    if not runs:
        return []
    head, *rest = runs
    return [" " * depth + str(head.stage), *lines(rest, depth + 1)]


def chart(request: AccessPackageAssignmentRequest) -> str:
    return "\n".join(lines(request.custom_extension_handler_instances or []))


def only(request: AccessPackageAssignmentRequest):
    runs = request.custom_extension_handler_instances
    if runs is None:
        raise LookupError(request.id)
    if len(runs) > 1:
        return None
    return runs[0]


def only_stage(request: AccessPackageAssignmentRequest) -> str:
    run = only(request)
    if run is None:
        return "several"
    return str(run.stage)


def last_id(runs, position: int) -> str | None:
    if position < 0:
        return None
    return runs[position].custom_extension_id or last_id(runs, position - 1)


def newest_id(request: AccessPackageAssignmentRequest) -> str | None:
    runs = request.custom_extension_callout_instances or []
    return last_id(runs, len(runs) - 1)


def walk(step: Step) -> list[str]:
    found = [step.stage]
    for child in step.children:
        found += walk(child)
    return found
