from __future__ import annotations

from collections.abc import Iterable

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def runs_of(request: AccessPackageAssignmentRequest):
    if request.request_state == "Denied":
        return []
    return request.custom_extension_handler_instances or []


def last(request: AccessPackageAssignmentRequest):
    runs = runs_of(request)
    return runs[-1] if runs else None


def last_stage(request: AccessPackageAssignmentRequest) -> str:
    run = last(request)
    return str(run.stage) if run else "-"


def split(request: AccessPackageAssignmentRequest):
    return request.id, request.custom_extension_handler_instances or []


def line(request: AccessPackageAssignmentRequest) -> str:
    number, runs = split(request)
    return f"{number}: " + ", ".join(str(run.stage) for run in runs)


def guarded(request: AccessPackageAssignmentRequest) -> str:
    try:
        run = (request.custom_extension_handler_instances or [])[0]
    except IndexError:
        return "-"
    else:
        return str(run.stage)
    finally:
        print(request.id)


def flat(requests: Iterable[AccessPackageAssignmentRequest]):
    for request in requests:
        yield from request.custom_extension_handler_instances or []


def flat_stages(requests: Iterable[AccessPackageAssignmentRequest]) -> list[str]:
    return [str(run.stage) for run in flat(requests)]


def ids(requests: Iterable[AccessPackageAssignmentRequest]):
    for request in requests:
        for run in request.custom_extension_handler_instances or []:
            yield run.custom_extension_id


def looked_up(requests: Iterable[AccessPackageAssignmentRequest], registry: dict) -> list[str]:
    return [registry[extension_id].stage for extension_id in ids(requests)]
