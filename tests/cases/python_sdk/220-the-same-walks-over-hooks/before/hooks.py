from __future__ import annotations

from collections import defaultdict
from itertools import chain
from operator import attrgetter

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage


def ordered(policy: AccessPackageAssignmentPolicy) -> list[str]:
    return [str(hook.stage) for hook in sorted(policy.custom_extension_handlers or [], key=attrgetter("id"))]


def by_stage(policies: list[AccessPackageAssignmentPolicy]):
    groups = defaultdict(list)
    for hook in chain.from_iterable(policy.custom_extension_handlers or [] for policy in policies):
        groups[hook.stage].append(hook)
    return groups


def granted(policy: AccessPackageAssignmentPolicy) -> int:
    first, *rest = policy.custom_extension_handlers or []
    total = int(first.stage == Stage.AssignmentRequestGranted)
    for hook in rest:
        total += hook.stage is Stage.AssignmentRequestGranted
    return total


def moved(policy: AccessPackageAssignmentPolicy, stage: Stage) -> None:
    if hooks := policy.custom_extension_handlers:
        hooks[-1].stage = stage


def sizes(request: AccessPackageAssignmentRequest, policy: AccessPackageAssignmentPolicy) -> tuple[int, int]:
    hooks = {hook.stage for hook in policy.custom_extension_handlers or []}
    return len(hooks), len(request.custom_extension_handler_instances or [])


def missing(request: AccessPackageAssignmentRequest, policy: AccessPackageAssignmentPolicy) -> list[str]:
    hooks = {hook.stage: hook.id or "" for hook in policy.custom_extension_handlers or []}
    seen = {run.stage for run in request.custom_extension_handler_instances or []}
    return [hook_id for stage, hook_id in hooks.items() if stage not in seen]
