from operator import attrgetter

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

RUNS = attrgetter("custom_extension_callout_instances")


class Board:
    """Our own object; its hooks are functions."""

    def __init__(self) -> None:
        self.custom_extension_handlers: list[object] = []


def clear(policy: AccessPackageAssignmentPolicy) -> None:
    setattr(policy, "custom_extension_stage_settings", [])


def loaded(request: AccessPackageAssignmentRequest) -> bool:
    return hasattr(request, "custom_extension_callout_instances") and RUNS(request) is not None


def forget(request: AccessPackageAssignmentRequest) -> None:
    for run in request.custom_extension_handler_instances or []:
        delattr(run, "stage")
        setattr(run, "external_correlation_id", None)


def reset(board: Board) -> int:
    setattr(board, "custom_extension_handlers", [])
    return len(getattr(board, "custom_extension_handlers"))


def first_hooks(requests: list[AccessPackageAssignmentRequest]) -> list[object]:
    hooks = attrgetter("access_package_assignment.access_package_assignment_policy.custom_extension_stage_settings")
    return [hooks(request) for request in requests]
