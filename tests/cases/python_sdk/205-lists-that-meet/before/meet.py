from __future__ import annotations

from collections.abc import Iterable

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def appended(requests: Iterable[AccessPackageAssignmentRequest]) -> list[str]:
    found = []
    for request in requests:
        for run in request.custom_extension_handler_instances or []:
            found.append(run)
    return [str(run.stage) for run in found]


def both(old: AccessPackageAssignmentRequest, new: AccessPackageAssignmentRequest) -> list[str]:
    runs = list(old.custom_extension_handler_instances or [])
    runs += new.custom_extension_handler_instances or []
    return [str(run.stage) for run in runs]


def added(old: AccessPackageAssignmentRequest, new: AccessPackageAssignmentRequest) -> str:
    before = old.custom_extension_handler_instances or []
    after = new.custom_extension_handler_instances or []
    return str((before + after)[-1].stage)


def starred(old: AccessPackageAssignmentRequest, new: AccessPackageAssignmentRequest) -> int:
    runs = [
        *(old.custom_extension_handler_instances or []),
        *(new.custom_extension_handler_instances or []),
    ]
    return len({run.custom_extension_id for run in runs})


def only_ids(old: AccessPackageAssignmentRequest, new: AccessPackageAssignmentRequest) -> list[str]:
    ids = [run.custom_extension_id or "" for run in old.custom_extension_handler_instances or []]
    for run in new.custom_extension_handler_instances or []:
        ids.append(run.custom_extension_id or "")
        print(run.stage)
    return ids
