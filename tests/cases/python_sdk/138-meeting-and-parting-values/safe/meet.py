from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Pending:
    stage: str = "pending"


def overview(request: AccessPackageAssignmentRequest, policy: AccessPackageAssignmentPolicy) -> list[str]:
    lines = []
    for item in request.custom_extension_callout_instances or []:
        lines.append(item.custom_extension_id or "")
    for item in policy.custom_extension_stage_settings or []:
        lines.append(str(item.stage))
    return lines


def both(first: AccessPackageAssignmentRequest, second: AccessPackageAssignmentRequest) -> list[str]:
    entries = list(first.custom_extension_handler_instances or [])
    entries.extend(second.custom_extension_handler_instances or [])
    return [str(entry.stage) for entry in entries]


def compare(left: AccessPackageAssignmentRequest, right: AccessPackageAssignmentRequest) -> bool:
    return len(left.custom_extension_callout_instances or []) == len(right.custom_extension_callout_instances or [])


def head(request: AccessPackageAssignmentRequest) -> str:
    runs = request.custom_extension_handler_instances
    shown = runs[0] if runs else Pending()
    return str(shown.stage)


def pending() -> str:
    return Pending().stage


def printer(request: AccessPackageAssignmentRequest):
    runs = request.custom_extension_handler_instances or []

    def show(position: int) -> str:
        return f"{position}: {runs[position].stage}"

    return show


async def correlations(requests: AsyncIterator[AccessPackageAssignmentRequest]) -> AsyncIterator[str]:
    async for request in requests:
        for run in request.custom_extension_callout_instances or []:
            yield run.external_correlation_id or ""
