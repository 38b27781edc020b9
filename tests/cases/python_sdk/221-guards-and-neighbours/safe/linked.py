from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def show(runs) -> None:
    for run in runs:
        print(run.stage)


def guarded(request: AccessPackageAssignmentRequest) -> None:
    if request.custom_extension_handler_instances:
        show(request.custom_extension_handler_instances)


def early(request: AccessPackageAssignmentRequest) -> str:
    if not request.custom_extension_handler_instances:
        return "-"
    print(len(request.custom_extension_handler_instances))
    return str(request.custom_extension_handler_instances[0].stage)


def count(request: AccessPackageAssignmentRequest) -> int:
    if request.custom_extension_callout_instances is None:
        return 0
    return len(request.custom_extension_callout_instances)


def two(mine: AccessPackageAssignmentRequest, yours: AccessPackageAssignmentRequest) -> list[str]:
    if not mine.custom_extension_handler_instances or not mine.id:
        return []
    lines = [str(run.stage) for run in mine.custom_extension_handler_instances]
    if yours.custom_extension_callout_instances:
        lines += [run.custom_extension_id or "" for run in yours.custom_extension_callout_instances]
    return lines


def pruned(request: AccessPackageAssignmentRequest) -> None:
    if request.custom_extension_callout_instances:
        request.custom_extension_callout_instances = [
            run for run in request.custom_extension_callout_instances if run.custom_extension_id
        ]
