"""Recursion, nested functions, while loops, slices, ternaries, chained comparisons, star-args."""
from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment import AccessPackageAssignment
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance as Run


def flatten(items):
    found = []
    for item in items:
        found += flatten(item) if isinstance(item, list) else [item]
    return found


def runs(requests: list[AccessPackageAssignmentRequest]):
    return flatten([request.custom_extension_handler_instances or [] for request in requests])


def walk(assignment: AccessPackageAssignment):
    stack = list(assignment.access_package_assignment_requests or [])
    while stack:
        request = stack.pop()
        yield from request.custom_extension_handler_instances or ()


def last(*runs: Run | None, default: Run | None = None) -> Run | None:
    return next((run for run in reversed(runs) if run is not None), default)


def show(assignment: AccessPackageAssignment, requests: list[AccessPackageAssignmentRequest]):
    first, second, *others = walk(assignment)
    print(first.stage == second.stage != others[0].stage)
    tail = list(walk(assignment))[-3:]
    chosen = last(*tail) or (tail[0] if tail else None)
    print(chosen.stage if chosen else "-")
    print({run.stage for run in runs(requests)})
