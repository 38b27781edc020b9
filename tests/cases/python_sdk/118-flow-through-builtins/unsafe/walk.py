# %% imports
from __future__ import annotations

from functools import partial

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


# %% requests
def numbered(request: AccessPackageAssignmentRequest) -> list[str]:
    entries = list(request.custom_extension_callout_instances or [])
    return [f"{number}. {entry.stage}" for number, entry in enumerate(reversed(entries), start=1)]


def paired(request: AccessPackageAssignmentRequest, notes: list[str]) -> list[str]:
    lines = []
    for note, entry in zip(notes, request.custom_extension_callout_instances or []):
        lines.append(f"{entry.external_correlation_id} {note}")
    return lines


def first_and_rest(request: AccessPackageAssignmentRequest) -> str:
    if not (entries := request.custom_extension_callout_instances):
        return "-"
    first, *rest = entries
    return f"{first.stage} and {len(rest)} more"


def named(request: AccessPackageAssignmentRequest) -> list[str]:
    known = filter(lambda entry: entry.custom_extension_id, request.custom_extension_callout_instances or [])
    return list(map(lambda entry: entry.custom_extension_id or "", known))


def latest(request: AccessPackageAssignmentRequest) -> str | None:
    tail = (request.custom_extension_callout_instances or [])[-1:]
    entry = next(iter(tail), None)
    return None if entry is None else str(entry.stage)


def longest_id(request: AccessPackageAssignmentRequest) -> str:
    entries = request.custom_extension_callout_instances or []
    return max((entry.external_correlation_id or "" for entry in entries), key=len, default="")


def _print(prefix: str, request: AccessPackageAssignmentRequest) -> None:
    for entry in request.custom_extension_callout_instances or []:
        print(prefix, entry.external_correlation_id)


print_indented = partial(_print, "    ")


# %% policies
def by_stage(policy: AccessPackageAssignmentPolicy) -> dict[str, str]:
    hooks = sorted(policy.custom_extension_stage_settings or [], key=lambda hook: str(hook.stage))
    return {str(hook.stage): hook.id or "" for hook in hooks}
