from __future__ import annotations

from contoso_flow import Store, best, load_rows, open_rows, score, split, strip
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def looped(request: AccessPackageAssignmentRequest) -> None:
    for row in strip(request.custom_extension_handler_instances):
        print(row.stage, row.status)


def unpacked(request: AccessPackageAssignmentRequest) -> str:
    head, *rest = split(request.custom_extension_handler_instances or [])
    return f"{head.stage} {[row.stage for row in rest]}"


def picked(request: AccessPackageAssignmentRequest) -> str:
    if (row := best(request.custom_extension_handler_instances)) is not None:
        return row.stage
    return "-"


def mapped(request: AccessPackageAssignmentRequest) -> list[str]:
    rows = sorted(map(score, request.custom_extension_handler_instances or []), key=lambda row: row.stage)
    return [row.stage for row in rows]


def gathered(requests: list[AccessPackageAssignmentRequest]) -> list[str]:
    rows = []
    for request in requests:
        rows += [strip(run) for run in request.custom_extension_handler_instances or []]
    return [row.stage for row in rows]


async def awaited(request: AccessPackageAssignmentRequest) -> list[str]:
    rows = await load_rows(request.custom_extension_handler_instances)
    return [row.stage for row in rows]


def opened(request: AccessPackageAssignmentRequest) -> list[str]:
    with open_rows(request.custom_extension_handler_instances) as rows:
        return [row.stage for row in rows]


class Board:
    def __init__(self, request: AccessPackageAssignmentRequest) -> None:
        self.store = Store(request.custom_extension_handler_instances)

    def stages(self) -> list[str]:
        return [self.store.stage, *(row.stage for row in self.store.rows)]
